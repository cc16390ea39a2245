# Every type that stands around what the modules make, each with more than it needs.
provider "aws" {
  region = "eu-central-1"
  default_tags { tags = { Owner = "wiki team" } }
}

variable "team" {
  type    = string
  default = "wiki"
}

# Network

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = var.team }
}

resource "aws_vpc_ipv4_cidr_block_association" "more" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "public" {
  for_each                = { a = "10.0.1.0/24", b = "10.0.2.0/24" }
  vpc_id                  = aws_vpc.main.id
  cidr_block              = each.value
  availability_zone       = "eu-central-1${each.key}"
  map_public_ip_on_launch = true
  tags                    = { Team = var.team }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Team = var.team }
}

resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Team = var.team }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
  tags = { Team = var.team }
}

resource "aws_route_table_association" "public" {
  for_each       = aws_subnet.public
  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  tags                   = { Team = var.team }
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Team = var.team }
}

resource "aws_eip" "nat" {
  domain = "vpc"
  tags   = { Team = var.team }
}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public["a"].id
  tags          = { Team = var.team }
  depends_on    = [aws_internet_gateway.main]
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}

resource "aws_main_route_table_association" "private" {
  vpc_id         = aws_vpc.main.id
  route_table_id = aws_route_table.private.id
}

resource "aws_route" "out" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.eu-central-1.s3"
  route_table_ids = [aws_route_table.private.id]
  tags            = { Team = var.team }
}

resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5
  entry {
    cidr        = "192.0.2.0/24"
    description = "Head office"
  }
  tags = { Team = var.team }
}

resource "aws_ec2_managed_prefix_list" "partners" {
  name           = "partners"
  address_family = "IPv4"
  max_entries    = 5
}

resource "aws_ec2_managed_prefix_list_entry" "partner" {
  prefix_list_id = aws_ec2_managed_prefix_list.partners.id
  cidr           = "198.51.100.0/24"
}

resource "aws_security_group" "node" {
  name        = "node"
  description = "Nodes"
  vpc_id      = aws_vpc.main.id
}

resource "aws_security_group_rule" "node" {
  security_group_id = aws_security_group.node.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 8090
  to_port           = 8090
  cidr_blocks       = [aws_vpc.main.cidr_block]
}

# Compute

data "aws_ami" "linux" {
  owners      = ["amazon"]
  most_recent = true
  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }
}

resource "aws_key_pair" "admin" {
  key_name   = "admin"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJmPUTDM9YHUTbTgQG5UQCz5XXnYcd+5pUtVZcVtz6yx admin"
  tags       = { Team = var.team }
}

resource "aws_instance" "node" {
  for_each               = aws_subnet.public
  ami                    = data.aws_ami.linux.id
  instance_type          = "m6i.xlarge"
  subnet_id              = each.value.id
  vpc_security_group_ids = [aws_security_group.node.id]
  key_name               = aws_key_pair.admin.key_name
  iam_instance_profile   = aws_iam_instance_profile.node.name
  user_data              = "#!/bin/sh\n"
  root_block_device {
    volume_size = 50
    encrypted   = true
  }
  metadata_options {
    http_tokens = "required"
  }
  tags = { Team = var.team, Name = "node-${each.key}" }
}

resource "aws_instance" "bare" {
  ami           = data.aws_ami.linux.id
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.public["a"].id
}

resource "aws_network_interface" "extra" {
  subnet_id       = aws_subnet.public["b"].id
  security_groups = [aws_security_group.node.id]
  tags            = { Team = var.team }
}

resource "aws_network_interface_sg_attachment" "extra" {
  security_group_id    = aws_security_group.node.id
  network_interface_id = aws_instance.bare.primary_network_interface_id
}

resource "aws_eip" "bare" {
  domain = "vpc"
}

resource "aws_eip_association" "bare" {
  instance_id   = aws_instance.bare.id
  allocation_id = aws_eip.bare.id
}

resource "aws_launch_template" "node" {
  name_prefix   = "node-"
  image_id      = data.aws_ami.linux.id
  instance_type = "m6i.xlarge"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs { volume_size = 50 }
  }
  network_interfaces {
    security_groups = [aws_security_group.node.id]
  }
  tags = { Team = var.team }
}

resource "aws_autoscaling_group" "node" {
  name                = "node"
  min_size            = 1
  max_size            = 4
  vpc_zone_identifier = [for subnet in aws_subnet.public : subnet.id]
  target_group_arns   = [aws_lb_target_group.node.arn]
  launch_template {
    id      = aws_launch_template.node.id
    version = aws_launch_template.node.latest_version
  }
  tag {
    key                 = "Team"
    value               = var.team
    propagate_at_launch = true
  }
}

# Load balancer, by its older names too

resource "aws_lb_target_group" "node" {
  name     = "node"
  port     = 8090
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
  tags     = { Team = var.team }
}

resource "aws_lb" "wiki" {
  name               = "wiki"
  subnets            = [for subnet in aws_subnet.public : subnet.id]
  security_groups    = [aws_security_group.node.id]
  depends_on         = [aws_internet_gateway.main, aws_s3_bucket_policy.logs]
  tags               = { Team = var.team }
  access_logs {
    bucket  = aws_s3_bucket.logs.bucket
    enabled = true
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.wiki.arn
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.node.arn
  }
}

# Identities

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com", "lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = data.aws_iam_policy_document.assume.json
  tags               = { Team = var.team }
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
  tags   = { Team = var.team }
}

resource "aws_iam_role_policy" "logs" {
  name   = "logs"
  role   = aws_iam_role.node.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "logs:*", Resource = "*" }] })
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.node.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_instance_profile" "node" {
  name = "node"
  role = aws_iam_role.node.name
  tags = { Team = var.team }
}

resource "aws_iam_server_certificate" "old" {
  name             = "old"
  certificate_body = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
  private_key      = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"
  tags             = { Team = var.team }
}

resource "aws_kms_key" "logs" {
  description         = "Logs"
  enable_key_rotation = true
  tags                = { Team = var.team }
}

resource "aws_kms_alias" "logs" {
  name          = "alias/logs"
  target_key_id = aws_kms_key.logs.key_id
}

resource "aws_cognito_user_pool" "people" {
  name                     = "people"
  auto_verified_attributes = ["email"]
  password_policy {
    minimum_length = 12
  }
  tags = { Team = var.team }
}

resource "aws_cognito_user_pool_client" "wiki" {
  name                                 = "wiki"
  user_pool_id                         = aws_cognito_user_pool.people.id
  generate_secret                      = true
  callback_urls                        = ["https://wiki.example.com/oauth2/idpresponse"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid"]
  supported_identity_providers         = ["COGNITO"]
}

resource "aws_cognito_user_pool_domain" "people" {
  domain       = "people-of-the-wiki"
  user_pool_id = aws_cognito_user_pool.people.id
}

# Functions, storage, names, firewall, monitoring

resource "aws_lambda_function" "page" {
  function_name = "page"
  role          = aws_iam_role.node.arn
  handler       = "page.handler"
  runtime       = "nodejs22.x"
  s3_bucket     = aws_s3_bucket.logs.bucket
  s3_key        = aws_s3_object.page.key
  environment {
    variables = { STAGE = "test" }
  }
  tags = { Team = var.team }
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.page.function_name
  function_version = aws_lambda_function.page.version
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-of-the-wiki"
  tags   = { Team = var.team }
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id
  rule { object_ownership = "BucketOwnerPreferred" }
}

resource "aws_s3_bucket_acl" "logs" {
  bucket     = aws_s3_bucket.logs.id
  acl        = "log-delivery-write"
  depends_on = [aws_s3_bucket_ownership_controls.logs]
}

resource "aws_s3_bucket_logging" "logs" {
  bucket        = aws_s3_bucket.logs.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "own/"
}

data "aws_elb_service_account" "delivery" {}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = [data.aws_elb_service_account.delivery.arn]
    }
  }
}

resource "aws_s3_object" "page" {
  bucket  = aws_s3_bucket.logs.id
  key     = "page.zip"
  content = "zip"
  tags    = { Team = var.team }
}

resource "aws_route53_zone" "main" {
  name = "example.org"
  tags = { Team = var.team }
}

resource "aws_route53_health_check" "wiki" {
  fqdn              = "wiki.example.org"
  type              = "HTTPS"
  port              = 443
  resource_path     = "/status"
  failure_threshold = 3
  request_interval  = 30
  tags              = { Team = var.team }
}

resource "aws_wafv2_ip_set" "offices" {
  name               = "offices"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["192.0.2.0/24"]
  tags               = { Team = var.team }
}

resource "aws_wafv2_web_acl" "wiki" {
  name  = "wiki"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
        scope_down_statement {
          not_statement {
            statement {
              ip_set_reference_statement { arn = aws_wafv2_ip_set.offices.arn }
            }
          }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "common"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "wiki"
    sampled_requests_enabled   = true
  }
  tags = { Team = var.team }
}

resource "aws_cloudwatch_log_group" "page" {
  name              = "/aws/lambda/page"
  retention_in_days = 30
  tags              = { Team = var.team }
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
  tags = { Team = var.team }
}

resource "aws_sns_topic_subscription" "alarms" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = "ops@example.org"
}

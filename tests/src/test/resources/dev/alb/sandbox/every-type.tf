# One resource of each type, with little more than what it needs.
provider "aws" {
  region = "eu-central-1"
  default_tags { tags = { team = "docs" } }
}

variable "text" { default = "one" }

locals {
  certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
  other       = "arn:aws:acm:eu-central-1:123456789012:certificate/1b2c3d4e-5f60-7182-93a4-b5c6d7e8f90a"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Principal = { Service = var.text }, Resource = "*" }]
  })
}

resource "aws_acm_certificate" "every" {
  domain_name       = "wiki.example.com"
  validation_method = "DNS"
  tags              = { text = var.text }
}

resource "aws_acm_certificate_validation" "every" {
  certificate_arn         = aws_acm_certificate.every.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_route53_record" "validation" {
  for_each = { for o in aws_acm_certificate.every.domain_validation_options : o.domain_name => o }
  zone_id  = "Z0123456789ABCDEFGHIJ"
  name     = each.value.resource_record_name
  type     = each.value.resource_record_type
  records  = [each.value.resource_record_value]
  ttl      = 60
}

resource "aws_autoscaling_attachment" "every" {
  autoscaling_group_name = "nodes"
  lb_target_group_arn    = aws_lb_target_group.every.arn
}

resource "aws_cloudwatch_dashboard" "every" {
  dashboard_name = "every"
  dashboard_body = jsonencode({ widgets = [{ type = "text", properties = { markdown = var.text } }] })
}

resource "aws_cloudwatch_metric_alarm" "every" {
  alarm_name          = "every"
  alarm_description   = var.text
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "HTTPCode_ELB_5XX_Count"
  namespace           = "AWS/ApplicationELB"
  period              = 60
  statistic           = "Sum"
  threshold           = 0.1
}

resource "aws_lambda_permission" "every" {
  statement_id  = "every"
  action        = "lambda:InvokeFunction"
  function_name = "every"
  principal     = "elasticloadbalancing.amazonaws.com"
}

resource "aws_lb" "every" {
  name            = "every"
  subnets         = ["subnet-0a1b2c3d4e5f6071a", "subnet-0a1b2c3d4e5f6071b"]
  security_groups = [aws_security_group.every.id]
  tags            = { text = var.text }
}

resource "aws_lb_listener" "every" {
  load_balancer_arn = aws_lb.every.arn
  port              = 443
  protocol          = "https"
  certificate_arn   = local.certificate
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.every.arn
  }
}

resource "aws_lb_listener_certificate" "every" {
  listener_arn    = aws_lb_listener.every.arn
  certificate_arn = local.other
}

resource "aws_lb_listener_rule" "every" {
  listener_arn = aws_lb_listener.every.arn
  priority     = 100
  action {
    type = "fixed-response"
    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = var.text
    }
  }
  condition {
    path_pattern { values = ["/admin/*", "/${var.text}"] }
  }
}

resource "aws_lb_target_group" "every" {
  name     = "every"
  port     = 8090
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  health_check { path = "/${var.text}" }
}

resource "aws_lb_target_group_attachment" "every" {
  target_group_arn = aws_lb_target_group.every.arn
  target_id        = "i-0a1b2c3d4e5f60731"
}

resource "aws_lb_trust_store" "every" {
  name                             = "every"
  ca_certificates_bundle_s3_bucket = "certificates"
  ca_certificates_bundle_s3_key    = "staff.pem"
}

resource "aws_lb_trust_store_revocation" "every" {
  trust_store_arn       = aws_lb_trust_store.every.arn
  revocations_s3_bucket = "certificates"
  revocations_s3_key    = "revoked.pem"
}

resource "aws_route53_record" "every" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "Wiki.example.com."
  type    = "A"
  alias {
    name                   = aws_lb.every.dns_name
    zone_id                = aws_lb.every.zone_id
    evaluate_target_health = true
  }
}

resource "aws_s3_bucket" "every" {
  bucket        = "every-bucket-of-all"
  force_destroy = var.text == "one"
}

resource "aws_s3_bucket_lifecycle_configuration" "every" {
  bucket = aws_s3_bucket.every.id
  rule {
    id     = var.text
    status = "Enabled"
    filter { prefix = "logs/" }
    expiration { days = 30 }
  }
}

resource "aws_s3_bucket_ownership_controls" "every" {
  bucket = aws_s3_bucket.every.id
  rule { object_ownership = var.text == "one" ? "BucketOwnerEnforced" : "BucketOwnerPreferred" }
}

resource "aws_s3_bucket_policy" "every" {
  bucket = aws_s3_bucket.every.id
  policy = local.policy
}

resource "aws_s3_bucket_public_access_block" "every" {
  bucket              = aws_s3_bucket.every.id
  block_public_policy = var.text == "one"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "every" {
  bucket = aws_s3_bucket.every.id
  rule {
    apply_server_side_encryption_by_default { sse_algorithm = "AES256" }
  }
}

resource "aws_security_group" "every" {
  name = "every"
  tags = { text = var.text }
}

resource "aws_shield_protection" "every" {
  name         = "every"
  resource_arn = aws_lb.every.arn
}

resource "aws_ssm_parameter" "every" {
  name  = "/every"
  type  = "String"
  value = var.text
}

resource "aws_vpc_security_group_egress_rule" "every" {
  security_group_id = aws_security_group.every.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
  description       = var.text
}

resource "aws_vpc_security_group_ingress_rule" "every" {
  security_group_id = aws_security_group.every.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
  tags              = { text = var.text }
}

resource "aws_wafv2_web_acl_association" "every" {
  resource_arn = aws_lb.every.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/every/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
}

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "wiki" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "wiki" {
  vpc_id = aws_vpc.wiki.id
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.wiki.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.wiki.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-central-1b"
}

resource "aws_subnet" "c" {
  vpc_id            = aws_vpc.wiki.id
  cidr_block        = "10.0.3.0/24"
  availability_zone = "eu-central-1b"
}

resource "aws_security_group" "alb" {
  name        = "wiki-alb"
  description = "The load balancer"
  vpc_id      = aws_vpc.wiki.id
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.alb.id
  cidr_ipv4         = "198.51.100.0/24"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_ingress_rule" "http" {
  security_group_id = aws_security_group.alb.id
  cidr_ipv4         = "198.51.100.0/24"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_egress_rule" "nodes" {
  security_group_id            = aws_security_group.alb.id
  referenced_security_group_id = aws_security_group.nodes.id
  ip_protocol                  = "tcp"
  from_port                    = 8090
  to_port                      = 8091
}

resource "aws_security_group" "nodes" {
  name        = "wiki-nodes"
  description = "The nodes"
  vpc_id      = aws_vpc.wiki.id
}

resource "aws_vpc_security_group_ingress_rule" "nodes" {
  security_group_id            = aws_security_group.nodes.id
  referenced_security_group_id = aws_security_group.alb.id
  ip_protocol                  = "tcp"
  from_port                    = 8090
  to_port                      = 8091
}

resource "aws_lb" "wiki" {
  depends_on                 = [aws_internet_gateway.wiki]
  name                       = "wiki"
  internal                   = false
  security_groups            = [aws_security_group.alb.id]
  subnets                    = [aws_subnet.a.id, aws_subnet.b.id]
  enable_deletion_protection = true
  drop_invalid_header_fields = true
  idle_timeout               = 300
  access_logs {
    bucket  = "wiki-logs"
    enabled = true
  }
}

resource "aws_acm_certificate" "wiki" {
  domain_name               = "wiki.example.com"
  subject_alternative_names = ["*.docs.example.com"]
  validation_method         = "DNS"
}

resource "aws_route53_record" "validation" {
  for_each = {
    for option in aws_acm_certificate.wiki.domain_validation_options : option.domain_name => option
  }
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  records = [each.value.resource_record_value]
  ttl     = 60
}

resource "aws_acm_certificate_validation" "wiki" {
  certificate_arn         = aws_acm_certificate.wiki.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.wiki.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.wiki.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  certificate_arn   = aws_acm_certificate_validation.wiki.certificate_arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.confluence.arn
  }
}

resource "aws_lb_listener_rule" "synchrony" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 100
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.synchrony.arn
  }
  condition {
    path_pattern {
      values = ["/synchrony", "/synchrony/*"]
    }
  }
}

resource "aws_lb_listener_rule" "closed" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 200
  action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      message_body = "Not here"
      status_code  = "404"
    }
  }
  condition {
    path_pattern {
      values = ["/server-status"]
    }
  }
}

resource "aws_lb_target_group" "confluence" {
  name                 = "wiki-confluence"
  port                 = 8090
  protocol             = "HTTP"
  vpc_id               = aws_vpc.wiki.id
  deregistration_delay = 300
  health_check {
    path              = "/status"
    interval          = 10
    healthy_threshold = 2
  }
  stickiness {
    type            = "lb_cookie"
    cookie_duration = 86400
  }
}

resource "aws_lb_target_group" "synchrony" {
  name     = "wiki-synchrony"
  port     = 8091
  protocol = "HTTP"
  vpc_id   = aws_vpc.wiki.id
  health_check {
    path = "/synchrony/heartbeat"
  }
}

resource "aws_lb_target_group_attachment" "confluence1" {
  target_group_arn = aws_lb_target_group.confluence.arn
  target_id        = "i-0a1b2c3d4e5f60731"
}

resource "aws_lb_target_group_attachment" "confluence2" {
  target_group_arn = aws_lb_target_group.confluence.arn
  target_id        = "i-0a1b2c3d4e5f60732"
}

resource "aws_lb_target_group_attachment" "synchrony1" {
  target_group_arn = aws_lb_target_group.synchrony.arn
  target_id        = "i-0a1b2c3d4e5f60731"
}

resource "aws_lb_target_group_attachment" "synchrony2" {
  target_group_arn = aws_lb_target_group.synchrony.arn
  target_id        = "i-0a1b2c3d4e5f60732"
}

resource "aws_route53_record" "wiki" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "wiki.example.com"
  type    = "A"
  alias {
    name                   = aws_lb.wiki.dns_name
    zone_id                = aws_lb.wiki.zone_id
    evaluate_target_health = true
  }
}

resource "aws_wafv2_web_acl_association" "wiki" {
  resource_arn = aws_lb.wiki.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
}

provider "aws" { region = "eu-central-1" }
module "alb" {
  source  = "./lb"
  name    = "wiki"
  vpc_id  = "vpc-0a1b2c3d4e5f60718"
  subnets = ["subnet-0a1b2c3d4e5f60721", "subnet-0a1b2c3d4e5f60722"]
  ingress = { https = { port = 443, cidr_ipv4 = "0.0.0.0/0" } }
  listeners = {
    http = { port = 80, protocol = "HTTP", redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" } }
    https = {
      port            = 443
      protocol        = "HTTPS"
      certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
      ssl_policy      = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
      forward         = { target_group_key = "confluence" }
      rules = {
        synchrony = { priority = 100, paths = ["/synchrony", "/synchrony/*"], forward = { target_group_key = "synchrony" } }
      }
    }
  }
  target_groups = {
    confluence = { port = 8090, target_id = "i-0a1b2c3d4e5f60731", path = "/status" }
    synchrony  = { port = 8091, target_id = "i-0a1b2c3d4e5f60731" }
  }
}
resource "aws_lb_target_group_attachment" "second" {
  target_group_arn = module.alb.target_groups["confluence"].arn
  target_id        = "i-0a1b2c3d4e5f60732"
}
resource "aws_lb_listener_rule" "admin" {
  listener_arn = module.alb.listeners["https"].arn
  priority     = 50
  action {
    type             = "forward"
    target_group_arn = module.alb.target_groups["synchrony"].arn
  }
  condition {
    path_pattern { values = ["/admin/*"] }
  }
}
resource "aws_route53_record" "wiki" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "wiki.example.com"
  type    = "A"
  alias {
    name                   = module.alb.dns_name
    zone_id                = module.alb.zone_id
    evaluate_target_health = true
  }
}

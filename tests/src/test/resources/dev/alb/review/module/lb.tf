variable "name" {}
variable "vpc_id" {}
variable "subnets" {}
variable "internal" { default = false }
variable "listeners" {
  type = map(object({
    port            = number
    protocol        = string
    certificate_arn = optional(string)
    ssl_policy      = optional(string)
    forward         = optional(object({ target_group_key = optional(string), target_group_arn = optional(string) }))
    redirect        = optional(object({ port = string, protocol = string, status_code = string }))
    rules = optional(map(object({
      priority = optional(number)
      paths    = list(string)
      forward  = object({ target_group_key = optional(string), target_group_arn = optional(string) })
    })), {})
  }))
}
variable "target_groups" {
  type = map(object({
    port      = number
    target_id = optional(string)
    path      = optional(string)
  }))
}
variable "ingress" {
  type = map(object({ port = number, cidr_ipv4 = string }))
}
resource "aws_security_group" "this" {
  count       = 1
  name_prefix = "${var.name}-"
  vpc_id      = var.vpc_id
}
resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each          = var.ingress
  security_group_id = aws_security_group.this[0].id
  cidr_ipv4         = each.value.cidr_ipv4
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}
resource "aws_lb" "this" {
  count           = 1
  name            = var.name
  internal        = var.internal
  security_groups = concat([aws_security_group.this[0].id], [])
  subnets         = var.subnets
}
resource "aws_lb_listener" "this" {
  for_each          = { for k, v in var.listeners : k => v }
  load_balancer_arn = aws_lb.this[0].arn
  port              = each.value.port
  protocol          = each.value.protocol
  certificate_arn   = each.value.certificate_arn
  ssl_policy        = each.value.ssl_policy
  dynamic "default_action" {
    for_each = each.value.forward != null ? [each.value.forward] : []
    content {
      type             = "forward"
      target_group_arn = try(aws_lb_target_group.this[default_action.value.target_group_key].arn, default_action.value.target_group_arn)
    }
  }
  dynamic "default_action" {
    for_each = each.value.redirect != null ? [each.value.redirect] : []
    content {
      type = "redirect"
      redirect {
        port        = default_action.value.port
        protocol    = default_action.value.protocol
        status_code = default_action.value.status_code
      }
    }
  }
}
locals {
  rules = flatten([for lk, l in var.listeners : [for rk, r in l.rules : merge(r, { listener_key = lk, rule_key = rk })]])
}
resource "aws_lb_listener_rule" "this" {
  for_each     = { for r in local.rules : "${r.listener_key}/${r.rule_key}" => r }
  listener_arn = try(aws_lb_listener.this[each.value.listener_key].arn, null)
  priority     = each.value.priority
  dynamic "action" {
    for_each = [each.value.forward]
    content {
      type             = "forward"
      target_group_arn = try(aws_lb_target_group.this[action.value.target_group_key].arn, action.value.target_group_arn)
    }
  }
  condition {
    path_pattern { values = each.value.paths }
  }
}
resource "aws_lb_target_group" "this" {
  for_each = var.target_groups
  name     = "${var.name}-${each.key}"
  port     = each.value.port
  protocol = "HTTP"
  vpc_id   = var.vpc_id
  dynamic "health_check" {
    for_each = each.value.path != null ? [each.value.path] : []
    content { path = health_check.value }
  }
  lifecycle { create_before_destroy = true }
}
resource "aws_lb_target_group_attachment" "this" {
  for_each         = { for k, v in var.target_groups : k => v if v.target_id != null }
  target_group_arn = aws_lb_target_group.this[each.key].arn
  target_id        = each.value.target_id
  port             = each.value.port
}
output "target_groups" { value = aws_lb_target_group.this }
output "listeners" { value = aws_lb_listener.this }
output "arn" { value = try(aws_lb.this[0].arn, null) }
output "dns_name" { value = try(aws_lb.this[0].dns_name, null) }
output "zone_id" { value = try(aws_lb.this[0].zone_id, null) }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }

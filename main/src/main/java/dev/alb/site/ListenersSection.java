package dev.alb.site;

import dev.alb.listeners.ListenerAttributes;
import dev.alb.site.binding.Doc;
import dev.alb.site.binding.Except;
import dev.alb.site.binding.Overlay;

/**
 * What is changed on the listeners.
 *
 * @param http the one for HTTP
 * @param https the one for HTTPS
 */
public record ListenersSection(
        @Except(
                value = {"load_balancer_arn", "protocol", "certificate_arn", "default_action"},
                because = "The application sets it: see tls, existing and rules.")
        @Doc("Any attribute of the aws_lb_listener for HTTP.")
        Overlay<ListenerAttributes> http,

        @Except(
                value = {"load_balancer_arn", "protocol", "certificate_arn", "default_action"},
                because = "The application sets it: see tls, existing and rules.")
        @Doc("Any attribute of the aws_lb_listener for HTTPS.")
        Overlay<ListenerAttributes> https) {}

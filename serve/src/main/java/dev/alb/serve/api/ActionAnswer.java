package dev.alb.serve.api;

import dev.alb.routing.Outcome;
import dev.alb.serve.arns.Arns;
import java.util.List;

/** Actions in an answer. */
record ActionAnswer(Xml xml, Arns arns) {
    void write(String name, Outcome outcome) {
        xml.block(name, () -> {
            List<Outcome.Step> steps = outcome.steps();
            for (int i = 0; i < steps.size(); i++) {
                Outcome.Step step = steps.get(i);
                int order = i + 1;
                xml.block("member", () -> {
                    step(step);
                    xml.text("Order", order);
                });
            }
        });
    }

    private void step(Outcome.Step step) {
        if (step instanceof Outcome.Forward forward) {
            forward(forward);
        } else if (step instanceof Outcome.Redirect redirect) {
            redirect(redirect);
        } else if (step instanceof Outcome.FixedResponse fixed) {
            xml.text("Type", "fixed-response")
                    .block(
                            "FixedResponseConfig",
                            () -> xml.text("StatusCode", fixed.statusCode())
                                    .text("ContentType", fixed.contentType())
                                    .text("MessageBody", fixed.body()));
        } else if (step instanceof Outcome.Authenticate authenticate) {
            xml.text("Type", authenticate.kind());
        }
    }

    private void forward(Outcome.Forward forward) {
        List<Outcome.Forward.Share> shares = forward.targetGroups();
        xml.text("Type", "forward");
        if (shares.size() == 1) {
            xml.text("TargetGroupArn", arns.of(shares.get(0).targetGroup()));
        }
        xml.block("ForwardConfig", () -> {
            xml.list(
                    "TargetGroups",
                    shares,
                    share -> xml.text("TargetGroupArn", arns.of(share.targetGroup()))
                            .text("Weight", share.weight()));
            xml.block(
                    "TargetGroupStickinessConfig",
                    () -> xml.text("Enabled", forward.stickiness() != null)
                            .text("DurationSeconds", forward.stickiness()));
        });
    }

    private void redirect(Outcome.Redirect redirect) {
        xml.text("Type", "redirect")
                .block(
                        "RedirectConfig",
                        () -> xml.text("Protocol", redirect.protocol())
                                .text("Port", redirect.port())
                                .text("Host", redirect.host())
                                .text("Path", redirect.path())
                                .text("Query", redirect.query())
                                .text("StatusCode", "HTTP_" + redirect.statusCode()));
    }
}

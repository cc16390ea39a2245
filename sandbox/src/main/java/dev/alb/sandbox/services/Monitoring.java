package dev.alb.sandbox.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.List;

/** Alarms and dashboards of CloudWatch; both replace what has their name. */
final class Monitoring {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    static final List<Behavior> BEHAVIORS = List.of(
            Behavior.of("aws_cloudwatch_dashboard").create(dashboard()).update(dashboard()),
            Behavior.of("aws_cloudwatch_metric_alarm")
                    .create(alarm("creating CloudWatch Metric Alarm ({alarm_name})"))
                    .update(alarm("updating CloudWatch Metric Alarm ({id})")));

    private Monitoring() {}

    private static Call dashboard() {
        return Call.of(
                "putting CloudWatch Dashboard ({dashboard_name})",
                new Operation("CloudWatch", "PutDashboard", true),
                Monitoring::hasJson);
    }

    private static Call alarm(String doing) {
        return Call.of(doing, new Operation("CloudWatch", "PutMetricAlarm", true), Monitoring::looksBackADayAtMost);
    }

    private static void hasJson(Change change) {
        if (!isObject(change.text("dashboard_body"))) {
            throw Refusal.of("InvalidParameterInput", "The field DashboardBody must be a valid JSON object");
        }
    }

    private static boolean isObject(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json != null && json.isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void looksBackADayAtMost(Change change) {
        boolean given = change.object().get("period") instanceof Value.Numeric
                && change.object().get("evaluation_periods") instanceof Value.Numeric;
        if (given
                && number(change, "period")
                                .multiply(number(change, "evaluation_periods"))
                                .compareTo(DAY)
                        > 0) {
            throw Refusal.of(
                            "ValidationError",
                            "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <="
                                    + " 86400)")
                    .unmodelled();
        }
    }

    private static BigDecimal number(Change change, String attribute) {
        return ((Value.Numeric) change.object().get(attribute)).value();
    }
}

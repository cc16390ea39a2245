package dev.alb.sandbox.services;

import java.util.List;

/** Functions of Lambda, and who may call them. */
final class Functions {
    private static final String TYPE = "aws_lambda_function";
    private static final String PERMISSION = "aws_lambda_permission";
    private static final String NAME = "function_name";
    private static final String STATEMENT = "statement_id";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    static final List<Behavior> BEHAVIORS = List.of(
            Behavior.of(TYPE)
                    .create(Call.of(
                            "creating Lambda Function ({function_name})", call("CreateFunction"), Functions::isNew))
                    .deleted(Functions::dropPermissions),
            Behavior.of(PERMISSION)
                    .create(Call.of(
                                    "adding Lambda Permission ({function_name}/{statement_id})",
                                    call("AddPermission"),
                                    Functions::hasFunction,
                                    Functions::statementIsNew)
                            .tryingAgain()));

    private Functions() {}

    private static Operation call(String name) {
        return new Operation("Lambda", name, true);
    }

    private static void isNew(Change change) {
        String name = change.text(NAME);
        if (change.aws().find(TYPE, name).isPresent()) {
            throw conflict("Function already exist: " + name);
        }
    }

    private static void hasFunction(Change change) {
        String name = nameIn(change.text(NAME));
        Existing.find(change.aws(), TYPE, name).orElseThrow(() -> {
            String arn = "arn:aws:lambda:" + change.aws().region() + ":"
                    + change.aws().accountId() + ":function:" + name;
            return Refusal.of("ResourceNotFoundException", "Function not found: " + arn)
                    .withStatus(NOT_FOUND);
        });
    }

    private static void statementIsNew(Change change) {
        String name = nameIn(change.text(NAME));
        change.known(STATEMENT)
                .filter(id -> change.aws().all(PERMISSION).stream()
                        .anyMatch(other -> other.text(STATEMENT).equals(id)
                                && nameIn(other.text(NAME)).equals(name)
                                && other.text("qualifier").equals(change.text("qualifier"))))
                .ifPresent(id -> {
                    throw conflict("The statement id (" + id + ") provided already exists. Please provide a new"
                            + " statement id, or remove the existing statement.");
                });
    }

    private static void dropPermissions(Change change) {
        String name = change.text(NAME);
        change.aws().all(PERMISSION).stream()
                .filter(permission -> nameIn(permission.text(NAME)).equals(name))
                .forEach(permission -> change.aws().remove(PERMISSION, permission.id()));
    }

    /** The name of a function, which may be given as an ARN, with or without a qualifier. */
    private static String nameIn(String function) {
        String[] parts = function.split(":function:", 2);
        return parts[parts.length - 1].split(":", 2)[0];
    }

    private static Refusal conflict(String message) {
        return Refusal.of("ResourceConflictException", message).withStatus(CONFLICT);
    }
}

package dev.alb.cli;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject;
import java.util.List;
import java.util.stream.Collectors;

/** An object of the simulated account, as a user names it. */
final class SandboxObject {
    private SandboxObject() {}

    /**
     * The object with an id, or with a name that no other one has.
     *
     * @throws Failure where there is none, or several
     */
    static AwsObject find(Account account, String idOrName) {
        List<AwsObject> all = account.objects();
        List<AwsObject> byId =
                all.stream().filter(object -> object.id().equals(idOrName)).toList();
        List<AwsObject> found = byId.isEmpty()
                ? all.stream()
                        .filter(object -> object.text("name").equals(idOrName))
                        .toList()
                : byId;
        if (found.isEmpty()) {
            throw Failure.badInput(
                    "the sandbox must hold " + idOrName + ", got nothing of that id or name; see: alb sandbox list");
        }
        if (found.size() > 1) {
            throw Failure.badInput("one object must be named, got " + found.size() + "; give the id of one of them:\n"
                    + found.stream().map(SandboxObject::line).collect(Collectors.joining("\n")));
        }
        return found.get(0);
    }

    /** Its type, its id, and where it comes from if no call has made it. */
    static String line(AwsObject object) {
        String origin = switch (object.origin()) {
            case CREATED -> "";
            case DECLARED -> " (declared)";
            case ASSUMED -> " (taken as existing)";
        };
        return object.type() + " " + object.id() + origin;
    }
}

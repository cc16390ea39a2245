package dev.alb.sandbox.account;

import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Security groups to fill accounts with. */
final class Groups {
    static final String REGION = "eu-central-1";
    static final String TYPE = "aws_security_group";

    private Groups() {}

    static AwsObject group(String name) {
        Value.Mapping named = Value.emptyMap()
                .with("id", Value.text("sg-" + name))
                .with("name", Value.text(name))
                .with("description", Value.text("Made by a test"));
        Value complete = AwsSchema.load().resource(TYPE).block().complete(named);
        return new AwsObject(TYPE, REGION, (Value.Mapping) complete, Origin.CREATED);
    }

    static void put(Account account, AwsObject... groups) {
        account.transact(REGION, aws -> {
            List.of(groups).forEach(aws::put);
            return groups.length;
        });
    }

    static void remove(Account account, String name) {
        account.transact(REGION, aws -> {
            aws.remove(TYPE, "sg-" + name);
            return name;
        });
    }

    static boolean isThere(Account account, String name) {
        Optional<AwsObject> found = account.transact(REGION, aws -> aws.find(TYPE, "sg-" + name));
        return found.isPresent();
    }

    /** Whether it was there, and nothing gets its id again. */
    static boolean isDead(Account account, String name) {
        Boolean dead =
                account.transact(REGION, aws -> aws.wasDeleted(TYPE, "sg-" + name) && aws.isTaken(TYPE, "sg-" + name));
        return dead;
    }

    static List<String> names(Account account) {
        return account.objects().stream().map(group -> group.text("name")).toList();
    }

    static AwsObject[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> group(String.format("g%05d", i)))
                .toArray(AwsObject[]::new);
    }
}

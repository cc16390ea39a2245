package dev.alb.sandbox.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A process of its own that puts many groups into an account, several in each transaction. */
final class AccountWriter {
    private AccountWriter() {}

    static Process start(Path folder, int together, int transactions) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                AccountWriter.class.getName(),
                folder.toString(),
                String.valueOf(together),
                String.valueOf(transactions));
        return new ProcessBuilder(command).inheritIO().start();
    }

    public static void main(String[] arguments) {
        Account account = Account.in(Path.of(arguments[0]));
        int together = Integer.parseInt(arguments[1]);
        int transactions = Integer.parseInt(arguments[2]);
        for (int i = 0; i < transactions; i++) {
            String name = "their" + i + "-";
            Groups.put(
                    account,
                    IntStream.range(0, together)
                            .mapToObj(j -> Groups.group(name + j))
                            .toArray(AwsObject[]::new));
        }
    }
}

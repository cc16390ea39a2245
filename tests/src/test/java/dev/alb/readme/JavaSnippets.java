package dev.alb.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.TerraformStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Java blocks: statements that know a stack and the values that the README names. */
final class JavaSnippets {
    private static final String PACKAGE = "dev.alb.readme.snippets";
    private static final List<String> PACKAGES = List.of(
            "actions",
            "assertions",
            "certificates",
            "dns",
            "firewall",
            "listeners",
            "loadbalancer",
            "rules",
            "securitygroups",
            "targetgroups",
            "terraform");
    private static final String BALANCING = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
    private static final Map<String, String> VALUES = new TreeMap<>(Map.of(
            "vpcId", "vpc-0a1b2c3d4e5f60718",
            "zoneId", "Z0123456789ABCDEFGHIJ",
            "certificateArn", "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
            "loadBalancerArn", BALANCING + "loadbalancer/app/shared/50dc6c495c0c9188",
            "listenerArn", BALANCING + "listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2",
            "targetGroupArn", BALANCING + "targetgroup/api/73e2d6bc24d8a067",
            "webAclArn", "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/api/a1b2c3d4",
            "nodesGroupId", "sg-0a1b2c3d4e5f60741"));

    private final Path classes;

    /** Compiles all blocks at once. */
    JavaSnippets(List<Block> blocks, Path classes) {
        this.classes = classes;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes + "");
        List<Source> sources = blocks.stream().map(Source::new).toList();
        boolean compiled = compiler.getTask(null, null, diagnostics, options, null, sources)
                .call();
        assertTrue(compiled, () -> told(diagnostics));
    }

    /** Runs a block and gives back what it printed, with the message of what it threw at the end. */
    String run(Block block, TerraformStack stack) throws IOException, ReflectiveOperationException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        String thrown = "";
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            List<Object> arguments = new ArrayList<>(List.of(stack, List.of("subnet-1", "subnet-2")));
            arguments.addAll(VALUES.values());
            Class<?>[] types = new Class<?>[arguments.size()];
            Arrays.fill(types, String.class);
            types[0] = TerraformStack.class;
            types[1] = List.class;
            loader.loadClass(PACKAGE + "." + name(block))
                    .getMethod("run", types)
                    .invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            thrown = e.getCause().getMessage() + "\n";
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8) + thrown;
    }

    private static String told(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .map(d -> (d.getSource() instanceof Source source
                                ? "README.md:" + (source.block.line() + d.getLineNumber() - source.header)
                                : "")
                        + " "
                        + d.getMessage(null))
                .collect(Collectors.joining("\n"));
    }

    private static String name(Block block) {
        return "Line" + block.line();
    }

    /** A block as a class with one method. */
    private static final class Source extends SimpleJavaFileObject {
        private final Block block;
        private final long header;
        private final String text;

        Source(Block block) {
            super(URI.create("string:///" + PACKAGE.replace('.', '/') + "/" + name(block) + ".java"), Kind.SOURCE);
            this.block = block;
            String opening = opening(name(block));
            this.header = opening.lines().count();
            this.text = opening + block.content() + "}}\n";
        }

        private static String opening(String name) {
            String imports =
                    PACKAGES.stream().map(p -> "import dev.alb." + p + ".*;\n").collect(Collectors.joining());
            String values = VALUES.keySet().stream().map(v -> ", String " + v).collect(Collectors.joining());
            return "package " + PACKAGE + ";\nimport com.hashicorp.cdktf.*;\nimport java.time.*;\nimport java.util.*;\n"
                    + imports + "public final class " + name
                    + " { public static void run(TerraformStack stack, List<String> subnets" + values
                    + ") throws Exception {\n";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

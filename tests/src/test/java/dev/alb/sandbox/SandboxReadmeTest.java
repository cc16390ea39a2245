package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.NeedsTerraform;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test that the sandbox's README shows compiles and passes. */
class SandboxReadmeTest {
    private static final Path README = Path.of("").toAbsolutePath().getParent().resolve("sandbox/README.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    @NeedsTerraform
    void the_test_that_is_shown_passes() throws Exception {
        compile(shown());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> test = loader.loadClass("TargetGroupTest");
            List<Method> methods = Stream.of(test.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .toList();
            assertEquals(2, methods.size(), methods::toString);
            for (Method method : methods) {
                run(test, method);
            }
        }
    }

    private static String shown() throws IOException {
        Matcher block = JAVA.matcher(Files.readString(README));
        assertTrue(block.find(), "a block of Java");
        return block.group(1);
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("TargetGroupTest.java"), source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
            boolean compiled = compiler.getTask(told, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertTrue(compiled, told::toString);
        }
    }

    private static void run(Class<?> type, Method method) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object test = constructor.newInstance();
        try {
            method.setAccessible(true);
            method.invoke(test);
        } finally {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(AutoClose.class)) {
                    field.setAccessible(true);
                    ((AutoCloseable) field.get(test)).close();
                }
            }
        }
    }
}

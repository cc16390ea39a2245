package dev.alb.site.binding;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.InvalidInput;
import dev.alb.terraform.Violation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Makes records from the values in a file.
 *
 * <p>It goes on after a violation, so that all are found at once; what can't be made is empty.
 */
public final class Binder {
    private final Findings findings;
    private final Vocabulary vocabulary;

    /** A binder that takes down what it finds. */
    public Binder(Findings findings, Vocabulary vocabulary) {
        this.findings = findings;
        this.vocabulary = vocabulary;
    }

    /** A record from a mapping. */
    public <T extends Record> Optional<T> record(YamlPlace place, Class<T> type) {
        return record(place, type, null);
    }

    /** A record from a mapping, which leaves what it doesn't give as it is in another one. */
    public <T extends Record> Optional<T> record(YamlPlace place, Class<T> type, @Nullable T base) {
        return record(place, type, base, Set.of());
    }

    private <T extends Record> Optional<T> record(
            YamlPlace place, Class<T> type, @Nullable T base, Set<String> without) {
        List<Key> keys = Key.of(type);
        if (!isMapping(place)) {
            return vocabulary
                    .shorthand(type)
                    .filter(key -> !place.isNull())
                    .map(key -> bindAll(Map.of(key.name(), place), place, type, base))
                    .orElseGet(() -> refuse(place, "be a mapping of keys to values", "Indent its keys below it."));
        }
        Map<String, YamlPlace> given = given(place, keys.stream().map(Key::name).toList());
        given.keySet().removeAll(without);
        return bindAll(given, place, type, base);
    }

    private <T extends Record> Optional<T> bindAll(
            Map<String, YamlPlace> given, YamlPlace place, Class<T> type, @Nullable T base) {
        long errorsBefore = findings.errors();
        StartingPoint start = vocabulary.startingPoints().get(type);
        Record from = base == null && start != null ? start.record() : base;
        Set<String> required = base == null && start != null ? start.required() : Set.of();
        List<@Nullable Object> values = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        for (Key key : Key.of(type)) {
            long before = findings.errors();
            Object value = component(key, given.get(key.name()), place, from, required);
            boolean isWrong = findings.errors() > before;
            if (isWrong) {
                wrong.add(key.name());
            }
            values.add(isWrong && value == null ? standIn(key, place) : value);
        }
        if (wrong.isEmpty()) {
            Optional<T> made = construct(place, type, values);
            return findings.errors() > errorsBefore ? Optional.empty() : made;
        }
        findMore(place, type, values, wrong);
        return Optional.empty();
    }

    /** What takes the place of a wrong value, so that the checks of the others can run. */
    private @Nullable Object standIn(Key key, YamlPlace parent) {
        return key.defaultValue().isPresent()
                ? defaultValue(key, parent)
                : vocabulary.standIns().get(key.component().getType());
    }

    /** What else is wrong with a record, apart from the values that are known to be. */
    private void findMore(
            YamlPlace place, Class<? extends Record> type, List<@Nullable Object> values, Set<String> wrong) {
        try {
            constructor(type).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidInput invalid) {
                invalid.violations().stream()
                        .filter(v -> !wrong.contains(v.path().split("[.\\[]", 2)[0]))
                        .forEach(v -> findings.add(place.find(v.path()), v));
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Without the wrong values there is nothing to check.
            return;
        }
    }

    private @Nullable Object component(
            Key key, @Nullable YamlPlace given, YamlPlace parent, @Nullable Record from, Set<String> required) {
        if (key.isOverlay()) {
            return overlay(key, given);
        }
        Object inherited = from == null ? null : key.valueIn(from);
        if (given != null && !given.isNull()) {
            return named(given, key)
                    .or(() -> value(given, key.type(), inherited))
                    .orElse(null);
        }
        if (given != null && key.isNullable()) {
            return null;
        }
        if (from != null && !required.contains(key.name())) {
            return inherited;
        }
        if (key.defaultValue().isPresent()) {
            return defaultValue(key, parent);
        }
        if (!key.isOptional()) {
            missing(parent, key);
        }
        return null;
    }

    private Optional<Object> named(YamlPlace place, Key key) {
        Map<String, Placeholder> known =
                vocabulary.names().getOrDefault(key.component().getDeclaringRecord(), Map.of());
        return place.text().map(known::get).map(Placeholder::text);
    }

    private @Nullable Object defaultValue(Key key, YamlPlace parent) {
        return YamlFile.parse(parent.file(), key.defaultValue().orElseThrow(), findings)
                .flatMap(place -> value(place, key.type(), null))
                .orElse(null);
    }

    private Object overlay(Key key, @Nullable YamlPlace given) {
        Class<Record> type = recordType(key.overlaid());
        Optional<YamlPlace> place = Optional.ofNullable(given).filter(p -> !p.isNull());
        StartingPoint start = vocabulary.startingPoints().get(type);
        Set<String> excepted = key.except().map(e -> Set.of(e.value())).orElse(Set.of());
        place.ifPresent(p -> key.except().ifPresent(except -> refuseExcepted(p, except)));
        if (start != null) {
            place.ifPresent(p -> record(p, type, start.record(), excepted));
        }
        return new Overlay<>(place, this, type);
    }

    private void refuseExcepted(YamlPlace place, Except except) {
        Set<String> keys = new HashSet<>(Arrays.asList(except.value()));
        place.entries()
                .filter(e -> keys.contains(e.key()))
                .forEach(e -> findings.error(e.keyLocation(), "not be given here", "it", except.because()));
    }

    private Optional<?> value(YamlPlace place, Type type, @Nullable Object inherited) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == Map.class ? map(place, arguments[1]) : list(place, arguments[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Object.class) {
            return plain(place);
        }
        if (vocabulary.secrets().contains(raw)) {
            return secret(place).flatMap(variable -> construct(place, recordType(raw), List.of(variable)));
        }
        if (raw.isRecord()) {
            return record(place, recordType(raw), (Record) inherited);
        }
        if (raw.isSealed()) {
            return choice(place, raw);
        }
        return scalar(place, raw);
    }

    @SuppressWarnings("unchecked")
    private static Class<Record> recordType(Class<?> raw) {
        return (Class<Record>) raw;
    }

    private Optional<?> scalar(YamlPlace place, Class<?> type) {
        if (type == String.class) {
            return text(place);
        }
        if (type == int.class || type == Integer.class) {
            return parse(place, Scalars::integer, "be a whole number", "Write digits alone.");
        }
        if (type == boolean.class || type == Boolean.class) {
            return parse(place, Scalars::truth, "be true or false", "Write true or false.");
        }
        if (type == Duration.class) {
            return parse(place, Scalars::duration, "be a time", "Write seconds as in 300, or 90s, 5m, 2h, 7d.");
        }
        if (type.isEnum()) {
            return enumConstant(place, type);
        }
        throw new IllegalStateException("No way to read a " + type);
    }

    private Optional<?> enumConstant(YamlPlace place, Class<?> type) {
        List<String> names = Scalars.names(type);
        String fix = Nearest.to(place.text().orElse(""), names)
                .map(name -> "Did you mean " + name + "?")
                .orElse("Choose one of them.");
        return parse(place, text -> Scalars.choice(type, text), "be one of " + String.join(", ", names), fix);
    }

    private <T> Optional<T> parse(YamlPlace place, Function<String, Optional<T>> parser, String rule, String fix) {
        Optional<T> value = place.text().flatMap(parser);
        return value.isPresent() ? value : refuse(place, rule, fix);
    }

    private Optional<String> text(YamlPlace place) {
        if (place.text().isEmpty() || place.isNull()) {
            return refuse(place, "be a text", "Write one value after the colon.");
        }
        String text = place.text().orElseThrow();
        boolean isToken = text.contains("{TfToken[") || text.matches("-?1\\.\\d+e\\+289");
        return isToken
                ? refuse(place, "not be written like a token of CDKTF", "Such a text would be taken for a reference.")
                : Optional.of(text);
    }

    private Optional<String> secret(YamlPlace place) {
        Optional<String> variable = place.child(Placeholder.VARIABLE).flatMap(YamlPlace::text);
        if (variable.isEmpty() || !Placeholder.isVariable(variable.get())) {
            findings.error(
                    place.location(),
                    "name a variable and not hold the secret",
                    isMapping(place) ? "no variable" : "a text",
                    "Write {variable: NAME} and set TF_VAR_NAME where Terraform runs.");
            return Optional.empty();
        }
        return variable.map(name -> new Placeholder(Placeholder.VARIABLE, name).text());
    }

    private Optional<?> list(YamlPlace place, Type element) {
        // A single element may stand without its dash.
        List<YamlPlace> places = place.node() instanceof SequenceNode ? place.elements() : List.of(place);
        List<Object> elements = new ArrayList<>();
        places.forEach(e -> value(e, element, null).ifPresent(elements::add));
        return Optional.of(List.copyOf(elements));
    }

    private Optional<?> map(YamlPlace place, Type element) {
        if (!isMapping(place)) {
            return refuse(place, "be a mapping of names to values", "Indent its names below it.");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        refuseRepeated(place);
        place.entries()
                .filter(e -> isKnownText(e.key(), e.keyLocation()))
                .forEach(e -> value(e.value(), element, null).ifPresent(v -> entries.put(e.key(), v)));
        return Optional.of(Collections.unmodifiableMap(entries));
    }

    private boolean isKnownText(String key, Location location) {
        boolean isText = !key.contains("{TfToken[");
        if (!isText) {
            findings.error(location, "not be written like a token of CDKTF", key, "Choose another name.");
        }
        return isText;
    }

    /** A choice is a mapping with one key, which names it. */
    private Optional<?> choice(YamlPlace place, Class<?> type) {
        Map<String, Class<?>> choices = choices(type);
        List<YamlPlace.Entry> entries = place.entries().toList();
        if (entries.size() != 1) {
            return refuse(place, "have exactly one key of " + String.join(", ", choices.keySet()), "Name one of them.");
        }
        YamlPlace.Entry entry = entries.get(0);
        Class<?> chosen = choices.get(entry.key());
        if (chosen == null) {
            unknown(entry, List.copyOf(choices.keySet()));
            return Optional.empty();
        }
        return record(entry.value(), recordType(chosen), null);
    }

    /** The records that a sealed type permits, by the names under which a file chooses them. */
    public static Map<String, Class<?>> choices(Class<?> type) {
        Map<String, Class<?>> choices = new LinkedHashMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                choices.putAll(choices(permitted));
            } else {
                choices.put(Attributes.terraformName(permitted.getSimpleName()).substring(1), permitted);
            }
        }
        return choices;
    }

    private Optional<?> plain(YamlPlace place) {
        if (isMapping(place)) {
            return map(place, Object.class);
        }
        if (place.node() instanceof SequenceNode) {
            return list(place, Object.class);
        }
        String tag = place.node().getTag().getValue();
        return text(place).<Object>map(text -> typed(text, tag.substring(tag.lastIndexOf(':') + 1)));
    }

    private static Object typed(String text, String type) {
        return switch (type) {
            case "int" -> Scalars.integer(text).<Object>map(n -> n).orElse(text);
            case "bool" -> Scalars.truth(text).<Object>map(b -> b).orElse(text);
            default -> text;
        };
    }

    private Map<String, YamlPlace> given(YamlPlace place, List<String> known) {
        Map<String, YamlPlace> given = new LinkedHashMap<>();
        refuseRepeated(place);
        place.entries().forEach(entry -> {
            if (known.contains(entry.key())) {
                given.put(entry.key(), entry.value());
            } else {
                unknown(entry, known);
            }
        });
        return given;
    }

    private void refuseRepeated(YamlPlace place) {
        Set<String> seen = new HashSet<>();
        place.entries()
                .filter(e -> !seen.add(e.key()))
                .forEach(e -> findings.error(
                        e.keyLocation(), "stand once", "it a second time", "Put both together, or take one out."));
    }

    private void unknown(YamlPlace.Entry entry, List<String> known) {
        String fix = Nearest.to(entry.key(), known)
                .map(name -> "Did you mean " + name + "?")
                .orElse("Known here: " + String.join(", ", known) + ".");
        findings.error(entry.keyLocation(), "be a known key", "\"" + entry.key() + "\"", fix);
    }

    private void missing(YamlPlace parent, Key key) {
        String fix = key.doc().map(doc -> "Give it: " + doc).orElse("Give it.");
        Violation violation = Violation.of(key.name(), "be given", "nothing", fix);
        findings.add(parent.find(key.name()), violation);
    }

    private <T extends Record> Optional<T> construct(YamlPlace place, Class<T> type, List<@Nullable Object> values) {
        try {
            return Optional.of(constructor(type).newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidInput invalid) {
                invalid.violations().forEach(v -> findings.add(place.find(v.path()), v));
                return Optional.empty();
            }
            throw new IllegalStateException("Making a " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Making a " + type, e);
        }
    }

    private static <T extends Record> Constructor<T> constructor(Class<T> type) throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<T> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private <T> Optional<T> refuse(YamlPlace place, String rule, String fix) {
        findings.error(place.location(), rule, place.describe(), fix);
        return Optional.empty();
    }

    private static boolean isMapping(YamlPlace place) {
        return place.node() instanceof MappingNode;
    }
}

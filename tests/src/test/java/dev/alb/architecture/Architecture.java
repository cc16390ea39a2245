package dev.alb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The drawing of who may know whom, as rules below one root package. */
final class Architecture {
    private static final String[] CDKTF = {"com.hashicorp..", "software.amazon.jsii.."};
    private static final String[] CONSTRUCTS = {"software.constructs.."};
    private static final String[] FORMATS = {"picocli..", "org.snakeyaml..", "org.yaml..", "com.fasterxml.."};
    private static final String[] APPLICATION = {
        "confluence", "site", "snapshot", "topology", "route", "review", "serve", "demo", "serverxml", "verify", "cli"
    };

    private static final List<String> SANDBOX = List.of("values", "schema", "account", "services", "provider");

    /** A concern, and those of the drawing that stand below it. What is not drawn is kept in order by the rule on cycles. */
    private static final Map<String, Set<String>> BELOW = Map.of(
            "terraform", Set.of(),
            "actions", Set.of(),
            "securitygroups", Set.of(),
            "targetgroups", Set.of(),
            "loadbalancer", Set.of("securitygroups"),
            "listeners", Set.of("loadbalancer", "securitygroups", "actions", "targetgroups"),
            "rules", Set.of("listeners", "loadbalancer", "securitygroups", "actions", "targetgroups"));

    private final String root;

    private Architecture(String root) {
        this.root = root;
    }

    /** All rules, for the packages directly below a root. */
    static List<ArchRule> below(String root) {
        return new Architecture(root).rules();
    }

    private List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>();
        BELOW.keySet().stream().sorted().map(this::nothingPointsBackUp).forEach(rules::add);
        rules.add(slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.add(onlyTheFoundationKnowsCdktf());
        rules.add(resourcesHaveANameForJsii());
        rules.add(ofConstructsOnlyTheConstructIsKnown());
        rules.add(modelsKnowNoConstruct());
        rules.add(modulesKnowNoApplication());
        rules.add(theFileKnowsNoCdktf());
        rules.add(theLocalLoadBalancerKnowsTheTopologyAlone());
        rules.add(whatDecidesAboutTargetsSendsNothing());
        rules.add(nobodyKnowsTheCommandLine());
        rules.add(theSandboxKnowsNoApplication());
        theSandboxPointsDown().forEach(rules::add);
        rules.add(assertionsNeedNoTestFramework());
        rules.add(packagesAreNullMarked());
        rules.add(namesSpeak());
        return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
    }

    private ArchRule nothingPointsBackUp(String concern) {
        String[] above = BELOW.keySet().stream()
                .filter(other -> !other.equals(concern) && !other.equals("terraform"))
                .filter(other -> !BELOW.get(concern).contains(other))
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(concern))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .as(concern + " knows only what stands below it: " + BELOW.get(concern));
    }

    private ArchRule onlyTheFoundationKnowsCdktf() {
        return noClasses()
                .that(isModule())
                .and()
                .resideOutsideOfPackage(in("terraform"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(CDKTF).and(not(isTheNameOfAResource())))
                .as("of the modules, only terraform knows CDKTF and jsii");
    }

    /** Without the annotation jsii takes each method of a resource for an override, and sends all with every object. */
    private ArchRule resourcesHaveANameForJsii() {
        return classes()
                .that(isModule())
                .and(assignableTo("dev.alb.terraform.AwsResource"))
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .beAnnotatedWith("software.amazon.jsii.Jsii")
                .as("each resource has the name by which jsii knows it");
    }

    private ArchRule ofConstructsOnlyTheConstructIsKnown() {
        return noClasses()
                .that(isModule())
                .and()
                .resideOutsideOfPackage(in("terraform"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(CONSTRUCTS).and(not(isTheConstruct())))
                .as("of the tree of constructs, the modules know the construct alone");
    }

    /** Models are what renders itself, and the attributes from which constructs are made. */
    private ArchRule modelsKnowNoConstruct() {
        DescribedPredicate<JavaClass> models = resideInAPackage(in("actions"))
                .or(assignableTo("dev.alb.terraform.TerraformValue"))
                .or(simpleNameEndingWith("Attributes"));
        return noClasses()
                .that(isModule())
                .and(resideOutsideOfPackage(in("terraform")))
                .and(models)
                .should()
                .dependOnClassesThat(
                        assignableTo("software.constructs.IConstruct").or(resideInAnyPackage(CONSTRUCTS)))
                .as("models know no construct");
    }

    private ArchRule modulesKnowNoApplication() {
        return noClasses()
                .that(isModule())
                .should()
                .dependOnClassesThat(resideInAnyPackage(inAll(APPLICATION)).or(resideInAnyPackage(FORMATS)))
                .as("the modules know nothing of Confluence, files or the command line");
    }

    private ArchRule theFileKnowsNoCdktf() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("site"),
                        in("serverxml"),
                        in("snapshot"),
                        in("topology"),
                        in("route"),
                        in("review"),
                        in("serve"),
                        in("demo"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(CDKTF).or(resideInAnyPackage(CONSTRUCTS)))
                .as("the site file and the review know nothing of CDKTF");
    }

    private ArchRule theLocalLoadBalancerKnowsTheTopologyAlone() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("serve"), in("demo"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("sandbox"), in("site"), in("confluence"), in("review"), in("cli"))
                .as("the local load balancer knows neither the sandbox nor the site file");
    }

    /** So that it can be tested without servers and without waiting. */
    private ArchRule whatDecidesAboutTargetsSendsNothing() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("serve.targets"), in("serve.arns"), in("serve.accesslog"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", in("serve.proxy"), in("serve.api"))
                .as("target groups, ARNs and access logs know no HTTP");
    }

    private ArchRule nobodyKnowsTheCommandLine() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(in("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("cli"))
                .as("nobody knows the command line");
    }

    private ArchRule theSandboxKnowsNoApplication() {
        return noClasses()
                .that()
                .resideInAPackage(in("sandbox"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(inAll(APPLICATION))
                .as("the sandbox knows nothing of Confluence");
    }

    /** The packages of the sandbox, each above those before it; on top stands what a user sees, the sandbox itself. */
    private Stream<ArchRule> theSandboxPointsDown() {
        return IntStream.range(0, SANDBOX.size()).mapToObj(level -> {
            Stream<String> above = SANDBOX.stream().skip(level + 1L).map(name -> in("sandbox." + name));
            return noClasses()
                    .that()
                    .resideInAPackage(in("sandbox." + SANDBOX.get(level)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            Stream.concat(above, Stream.of(root + ".sandbox")).toArray(String[]::new))
                    .as("in the sandbox, " + SANDBOX.get(level) + " knows only what stands below it");
        });
    }

    private ArchRule assertionsNeedNoTestFramework() {
        return classes()
                .that()
                .resideInAPackage(in("assertions"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "com.fasterxml.jackson..", "org.jspecify..")
                        .or(resideInAnyPackage(CDKTF))
                        .or(resideInAnyPackage(CONSTRUCTS))
                        .or(resideInAPackage(in("assertions")))
                        .or(resideInAnyPackage(in("routing"), in("snapshot"), in("topology"), in("route")))
                        .or(DescribedPredicate.describe(
                                "are primitive", c -> c.getBaseComponentType().isPrimitive())))
                .as("the assertions need CDKTF, Jackson and the model of routing alone");
    }

    private ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean holds = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                        events.add(
                                new SimpleConditionEvent(type, holds, type.getPackageName() + " is not @NullMarked"));
                    }
                });
    }

    private ArchRule namesSpeak() {
        String silent = ".*(Utils?|Utility|Utilities|Helpers?|Manager|Impl|Common)(?![a-z]).*";
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(silent)
                .as("names say what a class is for");
    }

    private static DescribedPredicate<JavaClass> isTheNameOfAResource() {
        Set<String> annotation = Set.of("software.amazon.jsii.Jsii", "com.hashicorp.cdktf.$Module");
        return DescribedPredicate.describe(
                "is the annotation of a resource", type -> annotation.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> isTheConstruct() {
        return DescribedPredicate.describe(
                "is Construct", type -> type.getName().equals("software.constructs.Construct"));
    }

    /** Everything below the root that is none of the application, the sandbox and the assertions. */
    private DescribedPredicate<JavaClass> isModule() {
        String[] others = Stream.concat(Stream.of(inAll(APPLICATION)), Stream.of(in("sandbox"), in("assertions")))
                .toArray(String[]::new);
        return resideInAPackage(root + "..").and(not(resideInAnyPackage(others)));
    }

    private String in(String concern) {
        return root + "." + concern + "..";
    }

    private String[] inAll(String... concerns) {
        return Stream.of(concerns).map(this::in).toArray(String[]::new);
    }
}

package dev.alb.terraform;

import com.hashicorp.cdktf.$Module;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A resource of the AWS provider as a construct of CDKTF.
 *
 * <p>It is a {@link TerraformResource}: {@code addOverride}, {@code setLifecycle}, {@code setProvider},
 * {@code importFrom}, {@code moveTo} and aspects work on it, and win over the attributes given here. Directly below a
 * stack its id is its Terraform address; deeper, CDKTF adds a hash.
 */
// jsii takes each method of a class without this for an override, and would send them all with every object.
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public abstract class AwsResource extends TerraformResource {
    private final Placement placement;
    private final Map<String, Object> arguments;
    private final Map<String, String> references = new HashMap<>();

    /**
     * A resource that Terraform may destroy before it creates its replacement.
     *
     * @param type Terraform's name of the type, such as {@code aws_lb}
     * @param attributes its arguments
     */
    protected AwsResource(Construct scope, String id, String type, Record attributes) {
        this(scope, id, type, Attributes.of(attributes), Replacement.DESTROY_FIRST);
    }

    /** A resource whose arguments were put together beforehand. */
    protected AwsResource(
            Construct scope, String id, String type, Map<String, Object> arguments, Replacement replacement) {
        super(scope, id, config(type, replacement));
        this.arguments = arguments;
        Fragment fragment = Fragment.of(scope);
        this.placement = fragment.place("resource", type, id, arguments, scope);
        fragment.inventory().add(this, crossChecks());
    }

    /** The order in which Terraform replaces a resource. */
    protected enum Replacement {
        /** The old one goes first: for what can't exist twice. */
        DESTROY_FIRST,
        /** The new one comes first: for what others still refer to. Its name must not clash with the old one's. */
        CREATE_FIRST
    }

    /** The checks that need to see other resources than this one; each is run once for an app. */
    protected List<CrossCheck> crossChecks() {
        return List.of();
    }

    /** The address in a plan and in the state, such as {@code aws_lb.wiki}: a contract, since a change replaces. */
    public final String address() {
        return placement.address();
    }

    /** Whether both are in one stack, so that they normally share an account and a region. */
    public final boolean sharesStackWith(AwsResource other) {
        return Fragment.of(placement.scope()) == Fragment.of(other.placement.scope());
    }

    /** Whether it stands in the stack of a fragment. */
    final boolean isIn(Fragment fragment) {
        return Fragment.of(placement.scope()) == fragment;
    }

    /** The arguments as Terraform gets them, before any override of a caller. */
    public final Map<String, Object> arguments() {
        return Map.copyOf(arguments);
    }

    /** A reference to an attribute, which works in the same stack and, by way of remote state, in others. */
    protected final String attribute(String name) {
        return references.computeIfAbsent(name, this::referTo);
    }

    /** As in CDKTF, a new name takes effect only until something has referred to the resource. */
    @Override
    public void overrideLogicalId(String newLogicalId) {
        super.overrideLogicalId(newLogicalId);
        if (references.isEmpty()) {
            placement.rename(newLogicalId);
        }
    }

    @Override
    public void resetOverrideLogicalId() {
        super.resetOverrideLogicalId();
        if (references.isEmpty()) {
            placement.resetName();
        }
    }

    /** As in CDKTF, {@code null} takes an argument out. */
    @Override
    public void addOverride(String path, @Nullable Object value) {
        super.addOverride(path, value);
        placement.override(path, value == null);
    }

    @Override
    public void moveTo(String moveTarget) {
        super.moveTo(moveTarget);
        placement.moveAway();
    }

    @Override
    public void moveTo(String moveTarget, @Nullable Object index) {
        super.moveTo(moveTarget, index);
        placement.moveAway();
    }

    @Override
    public void moveToId(String id) {
        super.moveToId(id);
        placement.moveAway();
    }

    /** Whether it gave its place to another resource, and so is no part of the JSON any more. */
    final boolean isMovedAway() {
        return placement.isMovedAway();
    }

    private String referTo(String name) {
        String reference = getStringAttribute(name);
        Inventory.of(placement.scope()).addReference(reference, this);
        return reference;
    }

    private static TerraformResourceConfig config(String type, Replacement replacement) {
        return TerraformResourceConfig.builder()
                .terraformResourceType(type)
                .lifecycle(lifecycle(replacement))
                .build();
    }

    private static @Nullable TerraformResourceLifecycle lifecycle(Replacement replacement) {
        return replacement == Replacement.CREATE_FIRST
                ? TerraformResourceLifecycle.builder().createBeforeDestroy(true).build()
                : null;
    }
}

package dev.alb.listeners;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.InlineBlock;
import dev.alb.terraform.ResourceAttributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Other names for the headers by which targets learn of TLS; on HTTPS listeners only.
 *
 * <p>Each is named in Terraform as {@code routing_http_request_…_header_name}. What is {@code null} keeps AWS's name.
 *
 * @param xAmznMtlsClientcert the client's certificates, in passthrough
 * @param xAmznMtlsClientcertSerialNumber the serial number of the client's certificate
 * @param xAmznMtlsClientcertIssuer who issued it
 * @param xAmznMtlsClientcertSubject whom it is for
 * @param xAmznMtlsClientcertValidity from when to when it holds
 * @param xAmznMtlsClientcertLeaf the certificate itself
 * @param xAmznTlsVersion the TLS version of the connection
 * @param xAmznTlsCipherSuite the ciphers of the connection
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html">AWS: header
 *     modification</a>
 */
@ResourceAttributes
public record RequestHeaders(
        @Nullable String xAmznMtlsClientcert,
        @Nullable String xAmznMtlsClientcertSerialNumber,
        @Nullable String xAmznMtlsClientcertIssuer,
        @Nullable String xAmznMtlsClientcertSubject,
        @Nullable String xAmznMtlsClientcertValidity,
        @Nullable String xAmznMtlsClientcertLeaf,
        @Nullable String xAmznTlsVersion,
        @Nullable String xAmznTlsCipherSuite)
        implements InlineBlock, RequestHeadersBuilder.With {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]+");

    /** Checks the names. */
    public RequestHeaders {
        Checks checks = Checks.of("request headers");
        checkName(checks, "x_amzn_mtls_clientcert", xAmznMtlsClientcert);
        checkName(checks, "x_amzn_mtls_clientcert_serial_number", xAmznMtlsClientcertSerialNumber);
        checkName(checks, "x_amzn_mtls_clientcert_issuer", xAmznMtlsClientcertIssuer);
        checkName(checks, "x_amzn_mtls_clientcert_subject", xAmznMtlsClientcertSubject);
        checkName(checks, "x_amzn_mtls_clientcert_validity", xAmznMtlsClientcertValidity);
        checkName(checks, "x_amzn_mtls_clientcert_leaf", xAmznMtlsClientcertLeaf);
        checkName(checks, "x_amzn_tls_version", xAmznTlsVersion);
        checkName(checks, "x_amzn_tls_cipher_suite", xAmznTlsCipherSuite);
        checks.done();
    }

    /** The names that AWS gives them. */
    public static RequestHeaders unchanged() {
        return RequestHeadersBuilder.builder().build();
    }

    @Override
    public String argumentName(String component) {
        return argument(component);
    }

    /** Whether one has another name. */
    boolean changesSomething() {
        return !Attributes.named(this).isEmpty();
    }

    private static String argument(String component) {
        return "routing_http_request_" + component + "_header_name";
    }

    private static void checkName(Checks checks, String component, @Nullable String name) {
        checks.matches(
                argument(component),
                name,
                NAME,
                "consist of letters, digits, hyphens and underscores",
                "Name a header, such as \"X-Client-Certificate\".");
    }
}

package dev.alb.verify.aws;

import dev.alb.site.ProviderSection;
import dev.alb.site.ProviderSection.AssumeRole;
import dev.alb.site.Site;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** The AWS SDK, set up as the provider of a site is. */
public final class Client {
    private static final String SESSION = "alb-verify";

    private Client() {}

    /** For AWS: the region, the profile and the role of the site file; credentials are found as other tools find them. */
    public static ElasticLoadBalancingV2Client ofSite(Site site, Duration timeout) {
        Region region = Region.of(site.region());
        SdkHttpClient http = http(timeout);
        return ElasticLoadBalancingV2Client.builder()
                .region(region)
                .httpClient(http)
                .credentialsProvider(credentials(site.provider(), region, http))
                .overrideConfiguration(settings -> settings.apiCallTimeout(timeout.multipliedBy(3)))
                .build();
    }

    /** For whatever answers in the place of AWS, which gets no credentials to see. */
    public static ElasticLoadBalancingV2Client at(URI endpoint, Site site, Duration timeout) {
        AwsBasicCredentials none = AwsBasicCredentials.create("none", "none");
        return ElasticLoadBalancingV2Client.builder()
                .region(Region.of(site.region()))
                .endpointOverride(endpoint)
                .httpClient(http(timeout))
                .credentialsProvider(StaticCredentialsProvider.create(none))
                .overrideConfiguration(settings -> settings.apiCallTimeout(timeout.multipliedBy(3)))
                .build();
    }

    private static SdkHttpClient http(Duration timeout) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(timeout)
                .socketTimeout(timeout)
                .build();
    }

    private static AwsCredentialsProvider credentials(ProviderSection provider, Region region, SdkHttpClient http) {
        DefaultCredentialsProvider.Builder found = DefaultCredentialsProvider.builder();
        if (provider.profile() != null) {
            found.profileName(provider.profile());
        }
        AssumeRole role = provider.assumeRole();
        return role == null ? found.build() : assumed(role, found.build(), region, http);
    }

    private static AwsCredentialsProvider assumed(
            AssumeRole role, AwsCredentialsProvider own, Region region, SdkHttpClient http) {
        StsClient sts = StsClient.builder()
                .region(region)
                .httpClient(http)
                .credentialsProvider(own)
                .build();
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.roleArn())
                        .externalId(role.externalId())
                        .roleSessionName(role.sessionName() == null ? SESSION : role.sessionName()))
                .build();
    }
}

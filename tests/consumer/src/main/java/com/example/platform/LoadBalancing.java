package com.example.platform;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;

/** Synthesizes both stacks into the folder that it is given. */
public final class LoadBalancing {
    private LoadBalancing() {}

    /** Takes the output folder. */
    public static void main(String[] arguments) {
        App app = new App(AppConfig.builder().outdir(arguments[0]).build());
        new RuleStack(app, "rule");
        new ServiceStack(app, "service");
        app.synth();
    }
}

// CDKTF in JavaScript with the prebuilt bindings for AWS: node prebuilt.js RULES STACKS OUTDIR
// The rules are those of Rule.java.
'use strict';

const { App, TerraformStack } = require('cdktf');
const { LbListenerRule } = require('@cdktf/provider-aws/lib/lb-listener-rule');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');

const ARN = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:';
const RULES_OF_A_LOAD_BALANCER = 100;

const [rules, stacks] = process.argv.slice(2, 4).map(Number);
const app = new App({ outdir: process.argv[4] });
for (let number = 0; number < stacks; number++) {
    const stack = new TerraformStack(app, `stack-${number}`);
    // The bindings refuse a stack without it.
    new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
    for (let i = 0; i < rules / stacks; i++) {
        const loadBalancer = `wiki-${number}-${Math.floor(i / RULES_OF_A_LOAD_BALANCER)}`;
        new LbListenerRule(stack, `rule-${i}`, {
            listenerArn: `${ARN}listener/app/${loadBalancer}/0123456789abcdef/0123456789abcdef`,
            priority: (i % RULES_OF_A_LOAD_BALANCER) + 1,
            condition: [{ pathPattern: { values: [`/space-${i}/*`] } }],
            action: [{ type: 'forward', targetGroupArn: `${ARN}targetgroup/${loadBalancer}/0123456789abcdef` }],
        });
    }
}
app.synth();

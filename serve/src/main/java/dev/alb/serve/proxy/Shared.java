package dev.alb.serve.proxy;

import dev.alb.serve.ExchangeListener;
import dev.alb.serve.targets.TargetPools;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all threads have in common.
 *
 * @param pools the target groups
 * @param exchanges is told of each request when it has ended
 * @param clock what tells the time
 * @param connectTimeout how long a target may take to accept a connection
 * @param isClosing whether each connection ends with its next answer
 */
record Shared(
        TargetPools pools,
        ExchangeListener exchanges,
        InstantSource clock,
        Duration connectTimeout,
        AtomicBoolean isClosing) {}

package dev.alb.architecture.broken.site;

import com.hashicorp.cdktf.App;
import dev.alb.architecture.broken.cli.CommandUtil;

/** A file that knows who reads it, and CDKTF. */
public record KnowsTheCommandLine(CommandUtil command, App app) {}

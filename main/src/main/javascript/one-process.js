// Lets jsii's program run in one process. It talks to Java over the one file descriptor 3, for which jsii starts a second
// process that does nothing but relay. Java's two pipes do it as well: the requests come in on 3, the answers leave on 4.
"use strict";
const fs = require("fs");

const write = fs.writeSync;
fs.writeSync = (descriptor, ...rest) => write(descriptor === 3 ? 4 : descriptor, ...rest);

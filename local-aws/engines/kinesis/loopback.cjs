'use strict';

// Preloaded (node -r) before kinesis-local 0.6.2. As published it listens on all interfaces and fixed ports, rewrites its
// whole state file in place every PERSIST_INTERVAL, changed or not, and knows nothing of a parent. With this it listens on
// loopback only, on ports that the system chooses; its state file is whole at every moment and costs nothing while
// nothing changes; and it ends with its parent. Nothing here changes what it answers.

const fs = require('node:fs');
const { Module } = require('node:module');
const net = require('node:net');
const path = require('node:path');

// Taken now: kinesis-local puts an orderly end in its place, which may wait for ever.
const exit = process.exit.bind(process);

// Every listener goes to loopback; the plain one tells its port to whoever started this process. Both are plain
// net.Servers (TLS is wrapped around the sockets), so the port that was asked for tells them apart.
const plainPort = Number(process.env.KINESIS_MOCK_PLAIN_PORT ?? 4568);
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, callback) {
  this.on('connection', watchForChanges);
  if (port === plainPort) {
    this.once('listening', () => console.log(`LISTENING ${this.address().port}`));
  }
  return listen.call(this, { host: '127.0.0.1', port: 0 }, callback);
};

// When the state last changed: whenever bytes arrive that are not certainly part of a reading request.
let lastChange = -Infinity;
function watchForChanges(socket) {
  let reading = false;
  const push = socket.push;
  socket.push = function (chunk, encoding) {
    if (chunk) {
      const text = chunk.toString('latin1', 0, 2048);
      if (/^[A-Z]+ \S+ HTTP\/1\.1\r\n/.test(text)) {
        reading = /^x-amz-target: *Kinesis_\d+\.(Get|List|Describe)/im.test(text);
      }
      if (!reading) {
        lastChange = Date.now();
      }
    }
    return push.call(this, chunk, encoding);
  };
}

// A save takes time in proportion to all that was ever put, and nothing else is answered meanwhile. The pause before the
// next one is made longer while nothing has changed since the last, and, up to two seconds, until fifteen times the
// processor time of the last one has passed (at four times, saving took a third of a replayed day's processor time). A
// change may act a little later (CREATE_STREAM_DURATION and its like), hence one more save when it has settled. The pause
// is known by its length; were it not found, saves would come at every PERSIST_INTERVAL, as published.
const settleMillis = 300;
const longestPauseMillis = 2000;
const pauseMillis = parseInt(process.env.PERSIST_INTERVAL ?? '', 10);
let saveStarted = 0;
let saveEnded = 0;
let saveCost = 0;
let stopAsked = 0;
function mayWait() {
  const saved = saveStarted > lastChange + settleMillis;
  return saved || (stopAsked === 0 && Date.now() < saveEnded + Math.min(15 * saveCost, longestPauseMillis));
}
function processorMillis() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
const { setTimeout: pause } = globalThis;
globalThis.setTimeout = function (callback, millis, ...rest) {
  if (millis !== pauseMillis) {
    return pause(callback, millis, ...rest);
  }
  const save = () => {
    if (mayWait()) {
      pause(save, 20);
    } else {
      saveStarted = Date.now();
      saveCost = -processorMillis();
      callback(...rest);
    }
  };
  return pause(save, millis);
};

// The state file is written beside its place and renamed when complete: a kill in the middle leaves the previous one.
const stateFile = path.resolve(process.env.PERSIST_PATH, process.env.PERSIST_FILE_NAME);
const writing = new Set();
const { open, close } = fs;
fs.open = function (file, flags, ...rest) {
  if (path.resolve(String(file)) !== stateFile || (flags & fs.constants.O_TRUNC) === 0) {
    return open.call(fs, file, flags, ...rest);
  }
  const callback = rest.pop();
  return open.call(fs, `${stateFile}.new`, flags, ...rest, (error, descriptor) => {
    if (!error) {
      writing.add(descriptor);
    }
    callback(error, descriptor);
  });
};
fs.close = function (descriptor, callback) {
  const complete = writing.delete(descriptor);
  return close.call(fs, descriptor, (error) => {
    if (error || !complete) {
      callback?.(error);
      return;
    }
    fs.rename(`${stateFile}.new`, stateFile, (renameError) => {
      saveEnded = Date.now();
      saveCost = saveStarted > 0 ? saveCost + processorMillis() : 0;
      if (stopAsked > 0 && saveStarted > stopAsked) {
        exit(0);
      }
      callback?.(renameError);
    });
  });
};

// SIGTERM: one last save, then the end; kinesis-local's own handler would give up the save.
process.once('SIGTERM', () => {
  stopAsked = Date.now();
  lastChange = stopAsked;
});
const on = process.on;
process.on = function (event, listener) {
  return event === 'SIGTERM' ? this : on.call(this, event, listener);
};

// The parent holds the other end of standard input: its end is this process's end, without a last word.
process.stdin.on('end', () => exit(3));
process.stdin.on('error', () => exit(3));
process.stdin.resume();

// Ctrl-C reaches the whole terminal group; the parent decides when this process ends.
on.call(process, 'SIGINT', () => {});

// Each PutRecords groups its entries by shard and by all records of the shard, and so takes the hash of every record ever
// put, once an entry. Records never change: the hash (of the class with this number) is remembered.
const compile = Module.prototype._compile;
Module.prototype._compile = function (content, ...rest) {
  const remembering = content.replace(/return (\S+\(this, \(-171008355\), true\));/, 'return (this.rememberedHash ??= $1);');
  return compile.call(this, remembering, ...rest);
};

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
let lastChange = 0;
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

// Saving is held back while nothing has changed, and, as it takes time in proportion to all that was ever put, until four
// times as long as the last one took has passed: at most a fifth of a core. A change may act a little later
// (CREATE_STREAM_DURATION and its like), hence one more save after it has settled.
const settleMillis = 300;
const stateFolder = path.resolve(process.env.PERSIST_PATH);
const stateFile = path.join(stateFolder, process.env.PERSIST_FILE_NAME);
let saveStarted = Date.now();
let saveEnded = saveStarted;
let stopAsked = 0;
function mayWait() {
  return saveStarted > lastChange + settleMillis || (stopAsked === 0 && Date.now() - saveEnded < 4 * (saveEnded - saveStarted));
}
const access = fs.promises.access;
fs.promises.access = async function (file, ...mode) {
  if (path.resolve(String(file)) === stateFolder) {
    while (mayWait()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    saveStarted = Date.now();
  }
  return access.call(fs.promises, file, ...mode);
};

// The state file is written beside its place and renamed when complete: a kill in the middle leaves the previous one.
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

// One stream of news for all tabs of the browser: it opens no more than six connections to one
// server, and each stream keeps one of them for itself.
'use strict';

var ports = [];
var last = null;

function connect() {
  var stream = new EventSource('events');
  stream.onmessage = function (event) {
    last = event.data;
    ports.forEach(function (port) { port.postMessage(last); });
  };
  stream.onerror = function () {
    // It comes back by itself, unless the server has refused it.
    if (stream.readyState !== EventSource.CLOSED) return;
    stream.close();
    setTimeout(connect, 1000);
  };
}

self.onconnect = function (event) {
  var port = event.ports[0];
  port.onmessage = function () {
    ports = ports.filter(function (other) { return other !== port; });
  };
  ports.push(port);
  if (last !== null) port.postMessage(last);
};

connect();

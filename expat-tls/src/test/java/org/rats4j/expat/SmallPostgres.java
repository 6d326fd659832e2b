package org.rats4j.expat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.rats4j.core.RatsException;

/**
 * As much of the protocol of PostgreSQL (version 3, simple queries) as it takes to answer each
 * query with its own text, over TLS that the client asks for first.
 */
final class SmallPostgres {
  private static final int SSL_REQUEST = 80877103;

  private SmallPostgres() {}

  static void serve(Socket tcp, AttestedServer attested) throws IOException, RatsException {
    try (Socket socket = accept(tcp, attested)) {
      speak(
          new DataInputStream(socket.getInputStream()),
          new DataOutputStream(socket.getOutputStream()));
    }
  }

  /** Passes on what is behind attested TLS to a server that listens on this machine. */
  static void forward(Socket tcp, AttestedServer attested, int port) throws Exception {
    try (Socket socket = accept(tcp, attested);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      CompletableFuture<Long> answers =
          LoopbackPair.beside(() -> server.getInputStream().transferTo(socket.getOutputStream()));
      socket.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
      LoopbackPair.get(answers);
    }
  }

  private static Socket accept(Socket tcp, AttestedServer attested)
      throws IOException, RatsException {
    DataInputStream plain = new DataInputStream(tcp.getInputStream());
    if (plain.readInt() != 8 || plain.readInt() != SSL_REQUEST) {
      throw new IOException("client does not ask for TLS");
    }
    tcp.getOutputStream().write('S');
    return attested.accept(tcp);
  }

  private static void speak(DataInputStream in, DataOutputStream out) throws IOException {
    in.readNBytes(in.readInt() - 4);
    message(out, 'R', new byte[4]);
    for (String status :
        new String[] {
          "server_version\00015.0\0",
          "client_encoding\000UTF8\0",
          "DateStyle\000ISO, MDY\0",
          "integer_datetimes\000on\0",
          "standard_conforming_strings\000on\0",
          "TimeZone\000UTC\0"
        }) {
      message(out, 'S', status.getBytes(StandardCharsets.US_ASCII));
    }
    ready(out);
    for (int type = in.read(); type == 'Q'; type = in.read()) {
      byte[] query = in.readNBytes(in.readInt() - 4);
      answer(out, new String(query, 0, query.length - 1, StandardCharsets.UTF_8));
    }
  }

  private static void answer(DataOutputStream out, String query) throws IOException {
    if (!query.startsWith("SELECT")) {
      message(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
      ready(out);
      return;
    }
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    DataOutputStream column = new DataOutputStream(row);
    column.writeShort(1);
    column.write("query\0".getBytes(StandardCharsets.US_ASCII));
    column.writeInt(0);
    column.writeShort(0);
    column.writeInt(25);
    column.writeShort(-1);
    column.writeInt(-1);
    column.writeShort(0);
    message(out, 'T', row.toByteArray());
    row.reset();
    byte[] text = query.getBytes(StandardCharsets.UTF_8);
    column.writeShort(1);
    column.writeInt(text.length);
    column.write(text);
    message(out, 'D', row.toByteArray());
    message(out, 'C', "SELECT 1\0".getBytes(StandardCharsets.US_ASCII));
    ready(out);
  }

  private static void ready(DataOutputStream out) throws IOException {
    message(out, 'Z', new byte[] {'I'});
    out.flush();
  }

  private static void message(DataOutputStream out, int type, byte[] body) throws IOException {
    out.write(type);
    out.writeInt(body.length + 4);
    out.write(body);
  }
}

package org.rats4j.expat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of HTTP/1.1 as it takes to answer each request with its path and its body. */
final class SmallHttp {
  private SmallHttp() {}

  static void serve(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    OutputStream out = connection.getOutputStream();
    for (String request = line(in); !request.isEmpty(); request = line(in)) {
      int length = 0;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
        }
      }
      byte[] body = in.readNBytes(length);
      String text = request.split(" ")[1] + " " + new String(body, StandardCharsets.UTF_8);
      byte[] answer = text.getBytes(StandardCharsets.UTF_8);
      String head = "HTTP/1.1 200 OK\r\nContent-Length: " + answer.length + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(answer);
      out.flush();
    }
  }

  /** Returns the next line without its end; an empty one at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}

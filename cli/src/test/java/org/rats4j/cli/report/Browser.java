package org.rats4j.cli.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Chromium without a window, driven over the WebDriver protocol. */
final class Browser implements AutoCloseable {
  private static final DecodeOptions ANSWERS =
      DecodeOptions.builder().inputBytes(64 << 20).textBytes(64 << 20).build();
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

  private final Process driver;
  private final URI session;

  private Browser(Process driver, int width) throws IOException {
    this.driver = driver;
    URI root = URI.create("http://localhost:" + port(driver) + "/session");
    JsonObject answer =
        (JsonObject)
            post(
                root,
                """
                {"capabilities":{"alwaysMatch":{"goog:chromeOptions":{
                  "args":["headless=new","no-sandbox","disable-gpu","disable-dev-shm-usage"],
                  "mobileEmulation":{"deviceMetrics":{"width":%d,"height":900,"pixelRatio":1}}}}}}
                """
                    .formatted(width));
    session = URI.create(root + "/" + text(answer, "sessionId"));
  }

  /** Returns the program that drives the browser; empty if there is none on this machine. */
  static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "chromedriver"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser with a page of {@code width} pixels. */
  static Browser start(Path program, int width) throws IOException {
    Process driver =
        new ProcessBuilder(List.of(program.toString(), "--port=0"))
            .redirectErrorStream(true)
            .start();
    try {
      return new Browser(driver, width);
    } catch (IOException | RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  private static String port(Process driver) throws IOException {
    BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return port.group(1);
      }
    }
    throw new IOException("the driver did not start");
  }

  void open(Path page) throws IOException {
    post(URI.create(session + "/url"), "{\"url\":\"" + page.toUri() + "\"}");
  }

  /** Returns what {@code script} returns, which runs whatever the policy of the page says. */
  JsonValue run(String script) throws IOException {
    return post(
        URI.create(session + "/execute/sync"),
        new String(
            new org.rats4j.core.json.JsonWriter()
                .startObject()
                .writeName("script")
                .writeText(script)
                .writeName("args")
                .startArray()
                .endArray()
                .endObject()
                .toByteArray(),
            StandardCharsets.UTF_8));
  }

  private JsonValue post(URI uri, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    boolean failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
    byte[] answer =
        (failed ? connection.getErrorStream() : connection.getInputStream()).readAllBytes();
    try {
      JsonValue value = ((JsonObject) JsonValue.decode(answer, ANSWERS)).get("value").orElseThrow();
      if (value instanceof JsonObject object && object.get("error").isPresent()) {
        throw new IOException(text(object, "message"));
      }
      return value;
    } catch (org.rats4j.core.DecodingException e) {
      throw new IOException(e);
    }
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.get(name).orElseThrow()).value();
  }

  @Override
  public void close() throws IOException {
    try {
      HttpURLConnection connection = (HttpURLConnection) session.toURL().openConnection();
      connection.setRequestMethod("DELETE");
      connection.getResponseCode();
    } finally {
      driver.destroy();
    }
  }
}

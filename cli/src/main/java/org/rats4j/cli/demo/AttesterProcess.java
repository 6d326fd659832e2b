package org.rats4j.cli.demo;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attester in a process of its own, as the process that started it sees it: it really runs from
 * the files that it measures, and its keys never leave it.
 */
final class AttesterProcess implements Closeable {
  /** The first release that warns of native code which nobody has allowed. */
  private static final int ASKS_FOR_NATIVE_ACCESS = 24;

  private final Process process;
  private final BufferedReader answers;

  private AttesterProcess(Process process) {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts {@code software} as attester.
   *
   * @param main the class whose main method runs the command
   * @param token the token that it will use
   */
  static AttesterProcess start(Software software, String main, Optional<SoftHsm.Token> token)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    String archive = System.getProperty("rats4j.archive", "");
    if (!archive.isEmpty()) {
      command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
    }
    if (token.isPresent() && Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", software.classPath(), main, AttesterMain.COMMAND));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    token.ifPresent(place -> builder.environment().put("SOFTHSM2_CONF", place.configuration()));
    return new AttesterProcess(builder.start());
  }

  /** Says what to do, and returns what others have to know before it is done. */
  Enrolment enrol(Order order) throws IOException {
    order.letter().send(process.getOutputStream());
    return Enrolment.of(Letter.receive(answers));
  }

  /** Waits for the end of what was ordered, and returns how it ended. */
  Letter outcome() throws IOException {
    return Letter.receive(answers);
  }

  /** Ends the process, whatever it does. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answers.close();
  }
}

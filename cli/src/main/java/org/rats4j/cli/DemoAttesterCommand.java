package org.rats4j.cli;

import java.util.concurrent.Callable;
import org.rats4j.cli.demo.AttesterProcess;
import picocli.CommandLine.Command;

/** {@code rats demo-attester}: the attester of {@code rats demo --tamper} in its own process. */
@Command(
    name = AttesterProcess.COMMAND,
    hidden = true,
    header = "Answer a request for evidence on standard input.")
final class DemoAttesterCommand implements Callable<Integer> {
  private final Console console;

  DemoAttesterCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      InputFiles.write(AttesterProcess.answer(console.in()), "-", console);
      return ExitCode.OK;
    } catch (Exception e) {
      return console.fail("demo-attester", e).exit();
    }
  }
}

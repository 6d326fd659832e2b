package org.rats4j.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.rats4j.cli.demo.Reference;
import org.rats4j.cli.demo.Software;
import picocli.CommandLine.Command;

/** {@code rats demo-reference}: what the build runs to record what it built. */
@Command(
    name = "demo-reference",
    hidden = true,
    header = "Print the digests of the files that this program runs from.")
final class DemoReferenceCommand implements Callable<Integer> {
  private final Console console;

  DemoReferenceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reference reference = new Reference(Software.running().digests());
    InputFiles.write(reference.encode(), "-", console);
    return ExitCode.OK;
  }
}

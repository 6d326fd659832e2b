package org.rats4j.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimMessage;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.UnverifiedSignedCorim;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.PkixCertificate;
import org.rats4j.corim.comid.TaggedBytes;
import picocli.CommandLine.Option;

/** The options that say which reference values and endorsements count. */
final class CorimStoreOptions {
  /** Whoever wrote the files that the owner of the command names. */
  private static final Authority LOCAL_FILE =
      Authority.of(new TaggedBytes(Bytes.ofUtf8("local file")));

  private static final DecodeOptions LENIENT =
      CorimOptions.LENIENT.toBuilder().allow(CorimLeniencies.INVALID_TAG).build();

  @Option(
      names = "--corim",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Reference values and endorsements. Takes several files.")
  private List<String> files = List.of();

  @Option(
      names = "--endorser-key",
      paramLabel = "FILE",
      description = "A key that CoRIMs may be signed with. May be given several times.")
  private List<String> keyFiles = List.of();

  @Option(
      names = "--endorser-anchor",
      paramLabel = "FILE",
      description =
          "A certificate that the chains of CoRIMs may lead to. May be given several times.")
  private List<String> anchorFiles = List.of();

  @Option(names = "--unsigned", description = "Use CoRIMs without signature, too.")
  private boolean unsigned;

  @Option(
      names = "--corim-profile",
      paramLabel = "URI",
      description =
          "Read CoRIMs of this profile, too, without rules of its own. May be given several times.")
  private List<String> profiles = List.of();

  @Option(
      names = "--require-cotl",
      description = "Use only the tags that a list of tags (CoTL) names.")
  private boolean requireCotl;

  /** The keys of the options, once they were read. */
  private List<VerificationKey> keys = List.of();

  /** Which files the CoRIMs are in, by what findings call them. */
  private final Map<String, String> filesByName = new LinkedHashMap<>();

  /** Returns the reference values and endorsements. */
  CorimStore store(boolean lenient, Clock clock, Console console)
      throws IOException,
          DecodingException,
          VerificationException,
          OptionFileException,
          UsageException {
    CorimProfiles known = known(lenient);
    CorimStore.Builder store = CorimStore.builder().profiles(known).clock(clock);
    if (requireCotl) {
      store.requireCotl();
    }
    for (String file : files) {
      try {
        add(file, known, lenient, clock, console, store);
      } catch (IOException | DecodingException | VerificationException e) {
        throw new OptionFileException(file, e);
      }
    }
    return store.build();
  }

  /** Prints what was remarked, of the same remark on several places the first. */
  static void remark(List<Finding> findings, Console console) {
    Map<String, List<Finding>> same = new LinkedHashMap<>();
    for (Finding finding : findings) {
      same.computeIfAbsent(finding.code() + finding.message(), any -> new ArrayList<>())
          .add(finding);
    }
    for (List<Finding> each : same.values()) {
      Finding first = each.get(0);
      String more = each.size() == 1 ? "" : " (and at " + (each.size() - 1) + " more)";
      console.remark(
          TerminalText.safe(first.code() + " at " + first.path() + ": " + first.message() + more));
    }
  }

  /** Returns findings of the store with the files that they are about in their paths. */
  List<Finding> inFiles(List<Finding> findings) {
    return findings.stream().map(this::inFile).toList();
  }

  private Finding inFile(Finding finding) {
    for (Map.Entry<String, String> corim : filesByName.entrySet()) {
      String name = corim.getKey();
      if (finding.path().equals(name) || finding.path().startsWith(name + ",")) {
        return inFile(corim.getValue() + ": ", finding);
      }
    }
    return finding;
  }

  /** Returns which CoRIM is in which file, for people. */
  String describe() {
    StringBuilder text = new StringBuilder("\nfiles:\n");
    filesByName.forEach(
        (name, file) ->
            text.append("  ")
                .append(name.replaceAll("\\p{Cntrl}", " ")) // none may begin a line
                .append(": ")
                .append(file)
                .append('\n'));
    return text.toString();
  }

  private CorimProfiles known(boolean lenient) throws UsageException {
    CorimProfiles known = CorimFiles.profiles(lenient);
    for (String profile : profiles) {
      try {
        CorimProfileId id = CorimProfileId.of(profile);
        known = known.get(id).isPresent() ? known : known.with(CorimProfile.withoutRules(id));
      } catch (IllegalArgumentException e) {
        throw new UsageException("not the name of a profile: --corim-profile");
      }
    }
    return known;
  }

  private void add(
      String file,
      CorimProfiles known,
      boolean lenient,
      Clock clock,
      Console console,
      CorimStore.Builder into)
      throws IOException,
          DecodingException,
          VerificationException,
          OptionFileException,
          UsageException {
    // A tag that is broken is left out and reported; the rest of its CoRIM stands.
    Findings findings = new Findings(lenient ? LENIENT : CorimOptions.FOR_STORES);
    CorimMessage message = CorimMessage.decode(InputFiles.read(file, console), known, findings);
    if (message instanceof UnverifiedSignedCorim signed) {
      SignedCorim verified = signed.verify(expectations(file, clock, console));
      if (verified.corim().isEmpty()) {
        throw new UsageException(file + " is the signature over a CoRIM that is not in it");
      }
      into.add(verified, authority(verified)).remarks(of(file, verified.findings()));
      note(verified.corim().get(), file);
    } else if (unsigned) {
      note((Corim) message, file);
      into.add((Corim) message, LOCAL_FILE).remarks(of(file, findings.toList()));
    } else {
      throw new UsageException(file + " has no signature: --unsigned trusts it as it is");
    }
  }

  private void note(Corim corim, String file) {
    filesByName.merge("CoRIM " + corim.id(), file, (one, other) -> one + " and " + other);
  }

  /** Returns the findings with the file in front of their paths. */
  private static List<Finding> of(String file, List<Finding> findings) {
    return findings.stream().map(finding -> inFile(file + ":", finding)).toList();
  }

  private static Finding inFile(String prefix, Finding finding) {
    return new Finding(
        finding.code(), finding.severity(), prefix + finding.path(), finding.message());
  }

  /** Who signed: by his certificate, if that and no key is what he is trusted for. */
  private Authority authority(SignedCorim signed) {
    Authority key = Authority.ofSigner(signed);
    CoseHeaders headers = signed.message().protectedHeaders();
    boolean named = keys.stream().anyMatch(one -> one.publicKey().equals(signed.key().publicKey()));
    if (named || headers.x5chain().isEmpty()) {
      return key;
    }
    String pem = new Pem(Pem.CERTIFICATE, headers.x5chain().get(0)).encode();
    Authority certificate = Authority.of(new PkixCertificate(pem));
    boolean same = key.keys().stream().allMatch(certificate::includes);
    return same ? certificate : key;
  }

  private SignedCorimExpectations expectations(String file, Clock clock, Console console)
      throws OptionFileException, UsageException {
    if (keyFiles.isEmpty() && anchorFiles.isEmpty()) {
      throw new UsageException(file + " is signed: it needs --endorser-key or --endorser-anchor");
    }
    keys = KeyFiles.verificationKeys(keyFiles, console);
    SignedCorimExpectations.Builder expected =
        SignedCorimExpectations.builder().keys(new NamedKeys(keys)).clock(clock);
    KeyFiles.trustAnchors(anchorFiles, console).ifPresent(expected::trustAnchors);
    return expected.build();
  }
}

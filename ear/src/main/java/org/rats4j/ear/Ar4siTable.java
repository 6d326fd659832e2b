package org.rats4j.ear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of AR4SI as data. */
final class Ar4siTable {
  private static final Map<Category, List<Ar4siValue>> ROWS = new HashMap<>();

  static {
    for (Category category : Category.ALL) {
      ROWS.put(category, new ArrayList<>());
      row(category, -1, "verifier_malfunction", "the verifier malfunctioned");
      row(category, 0, "no_claim", "no assertion");
      row(
          category,
          1,
          "unexpected_evidence",
          "the evidence has elements the verifier cannot judge");
      row(category, 99, "crypto_failed", "cryptographic validation of the evidence failed");
    }
    Category c = Category.INSTANCE_IDENTITY;
    row(c, 2, "recognized_instance", "known, and not known to be compromised");
    row(c, 96, "untrustworthy_instance", "known, and its key shows that it is not trustworthy");
    row(c, 97, "unrecognized_instance", "not known, though it should be");
    c = Category.CONFIGURATION;
    row(c, 2, "approved_config", "known and approved");
    row(c, 3, "safe_config", "exposes no known vulnerability");
    row(c, 32, "unsafe_config", "exposes known vulnerabilities");
    row(c, 36, "unavailable_config", "parts that matter are hidden from the verifier");
    row(c, 96, "unsupportable_config", "exposes unacceptable vulnerabilities");
    c = Category.EXECUTABLES;
    row(c, 2, "approved_rt", "an approved set, during boot and after");
    row(c, 3, "approved_boot", "an approved set during boot");
    row(c, 32, "unsafe_rt", "genuine, some with known bugs");
    row(c, 33, "unrecognized_rt", "objects in memory that are not recognised");
    row(c, 96, "contraindicated_rt", "objects in memory that must not be there");
    c = Category.FILE_SYSTEM;
    row(c, 2, "approved_fs", "approved files only");
    row(c, 32, "unrecognized_fs", "files that are not recognised");
    row(c, 96, "contraindicated_fs", "files that must not be there");
    c = Category.HARDWARE;
    row(c, 2, "genuine_hw", "genuine and supported");
    row(c, 32, "unsafe_hw", "genuine, with known vulnerabilities");
    row(c, 96, "contraindicated_hw", "recognised, and must not be used");
    row(c, 97, "unrecognized_hw", "not recognised, though it should be");
    c = Category.RUNTIME_OPAQUE;
    row(c, 2, "encrypted_rt", "memory is encrypted inside a TEE");
    row(c, 32, "isolated_rt", "isolated from neighbours, not from the operator");
    row(c, 96, "visible_rt", "memory is visible in the host");
    c = Category.STORAGE_OPAQUE;
    row(c, 2, "hw_encrypted_secrets", "secrets are encrypted, keys stay in hardware");
    row(c, 32, "sw_encrypted_secrets", "secrets are encrypted, keys are not hardware-backed");
    row(c, 96, "unencrypted_secrets", "secrets are stored in the clear");
    c = Category.SOURCED_DATA;
    row(c, 2, "trusted_sources", "all sources are affirmed themselves");
    row(c, 32, "untrusted_sources", "some sources are not attested or have warnings");
    row(c, 96, "contraindicated_sources", "some sources must not be used");
  }

  private Ar4siTable() {}

  static Optional<Ar4siValue> find(Category category, int value) {
    return all(category).stream().filter(row -> row.value() == value).findFirst();
  }

  static Optional<Ar4siValue> find(Category category, String symbol) {
    // Two libraries spell this one so, and tokens carry it.
    String name = symbol.equals("unexected_evidence") ? "unexpected_evidence" : symbol;
    return all(category).stream().filter(row -> row.symbol().equals(name)).findFirst();
  }

  static List<Ar4siValue> all(Category category) {
    return List.copyOf(ROWS.getOrDefault(category, List.of()));
  }

  private static void row(Category category, int value, String symbol, String text) {
    ROWS.computeIfAbsent(category, unused -> new ArrayList<>())
        .add(new Ar4siValue(category, value, symbol, text));
  }
}

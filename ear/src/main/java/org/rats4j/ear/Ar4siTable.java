package org.rats4j.ear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of AR4SI as data. */
final class Ar4siTable {
  private static final Map<Category, List<Ar4siValue>> ROWS = rows();

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
    return ROWS.getOrDefault(category, List.of());
  }

  private static Map<Category, List<Ar4siValue>> rows() {
    Rows rows = new Rows();
    for (Category category : Category.ALL) {
      rows.add(category, -1, "verifier_malfunction", "the verifier malfunctioned");
      rows.add(category, 0, "no_claim", "no assertion");
      rows.add(
          category,
          1,
          "unexpected_evidence",
          "the evidence has elements the verifier cannot judge");
      rows.add(category, 99, "crypto_failed", "cryptographic validation of the evidence failed");
    }
    Category c = Category.INSTANCE_IDENTITY;
    rows.add(c, 2, "recognized_instance", "known, and not known to be compromised");
    rows.add(
        c, 96, "untrustworthy_instance", "known, and its key shows that it is not trustworthy");
    rows.add(c, 97, "unrecognized_instance", "not known, though it should be");
    c = Category.CONFIGURATION;
    rows.add(c, 2, "approved_config", "known and approved");
    rows.add(c, 3, "safe_config", "exposes no known vulnerability");
    rows.add(c, 32, "unsafe_config", "exposes known vulnerabilities");
    rows.add(c, 36, "unavailable_config", "parts that matter are hidden from the verifier");
    rows.add(c, 96, "unsupportable_config", "exposes unacceptable vulnerabilities");
    c = Category.EXECUTABLES;
    rows.add(c, 2, "approved_rt", "an approved set, during boot and after");
    rows.add(c, 3, "approved_boot", "an approved set during boot");
    rows.add(c, 32, "unsafe_rt", "genuine, some with known bugs");
    rows.add(c, 33, "unrecognized_rt", "objects in memory that are not recognised");
    rows.add(c, 96, "contraindicated_rt", "objects in memory that must not be there");
    c = Category.FILE_SYSTEM;
    rows.add(c, 2, "approved_fs", "approved files only");
    rows.add(c, 32, "unrecognized_fs", "files that are not recognised");
    rows.add(c, 96, "contraindicated_fs", "files that must not be there");
    c = Category.HARDWARE;
    rows.add(c, 2, "genuine_hw", "genuine and supported");
    rows.add(c, 32, "unsafe_hw", "genuine, with known vulnerabilities");
    rows.add(c, 96, "contraindicated_hw", "recognised, and must not be used");
    rows.add(c, 97, "unrecognized_hw", "not recognised, though it should be");
    c = Category.RUNTIME_OPAQUE;
    rows.add(c, 2, "encrypted_rt", "memory is encrypted inside a TEE");
    rows.add(c, 32, "isolated_rt", "isolated from neighbours, not from the operator");
    rows.add(c, 96, "visible_rt", "memory is visible in the host");
    c = Category.STORAGE_OPAQUE;
    rows.add(c, 2, "hw_encrypted_secrets", "secrets are encrypted, keys stay in hardware");
    rows.add(c, 32, "sw_encrypted_secrets", "secrets are encrypted, keys are not hardware-backed");
    rows.add(c, 96, "unencrypted_secrets", "secrets are stored in the clear");
    c = Category.SOURCED_DATA;
    rows.add(c, 2, "trusted_sources", "all sources are affirmed themselves");
    rows.add(c, 32, "untrusted_sources", "some sources are not attested or have warnings");
    rows.add(c, 96, "contraindicated_sources", "some sources must not be used");
    return rows.byCategory();
  }

  private static final class Rows {
    private final Map<Category, List<Ar4siValue>> rows = new HashMap<>();

    void add(Category category, int value, String symbol, String text) {
      rows.computeIfAbsent(category, unused -> new ArrayList<>())
          .add(new Ar4siValue(category, value, symbol, text));
    }

    Map<Category, List<Ar4siValue>> byCategory() {
      rows.replaceAll((category, values) -> List.copyOf(values));
      return Map.copyOf(rows);
    }
  }
}

package org.rats4j.ear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What kinds of attesters can support which categories (AR4SI, appendix). Data for a policy;
 * nothing here uses it unasked.
 */
public enum AttesterType {
  /** A hardware security module, such as a TPM. */
  HSM(
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.YES,
      Support.NO,
      Support.YES,
      Support.NO,
      Support.MINIMAL,
      Support.NO),
  /** A trusted environment for a process, such as SGX or TrustZone. */
  PROCESS_TEE(
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.IMPLICIT,
      Support.IMPLICIT,
      Support.IMPLICIT,
      Support.OPTIONAL),
  /** A trusted environment for a virtual machine, such as SEV-SNP, TDX or CCA. */
  VM_TEE(
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.OPTIONAL,
      Support.CHIP_DEPENDENT,
      Support.IMPLICIT,
      Support.CHIP_DEPENDENT,
      Support.OPTIONAL);

  /** How an attester supports a category. */
  public enum Support {
    /** It does. */
    YES,
    /** It may. */
    OPTIONAL,
    /** A good signature says it: treat the claim as present. */
    IMPLICIT,
    /** It depends on the chip. */
    CHIP_DEPENDENT,
    /** A little. */
    MINIMAL,
    /** It cannot: a claim in that category may be rejected. */
    NO,
  }

  private final Map<Category, Support> support;

  AttesterType(Support... support) {
    List<Support> values = List.of(support);
    Map<Category, Support> map = new HashMap<>();
    for (Category category : Category.ALL) {
      map.put(category, values.get(category.number()));
    }
    this.support = Map.copyOf(map);
  }

  /** Returns how attesters of this type support {@code category}. */
  public Support support(Category category) {
    return support.getOrDefault(Objects.requireNonNull(category, "category"), Support.OPTIONAL);
  }
}

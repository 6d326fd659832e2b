package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Label;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.eat.RawClaim;

class Ar4siValueTest {

  @ParameterizedTest
  @CsvSource({
    "instance-identity,97,unrecognized_instance,CONTRAINDICATED",
    "configuration,36,unavailable_config,WARNING",
    "executables,3,approved_boot,AFFIRMING",
    "file-system,32,unrecognized_fs,WARNING",
    "hardware,97,unrecognized_hw,CONTRAINDICATED",
    "runtime-opaque,32,isolated_rt,WARNING",
    "storage-opaque,2,hw_encrypted_secrets,AFFIRMING",
    "sourced-data,96,contraindicated_sources,CONTRAINDICATED",
    "hardware,99,crypto_failed,CONTRAINDICATED",
    "hardware,-1,verifier_malfunction,NONE",
    "hardware,1,unexpected_evidence,NONE"
  })
  void knowsWhatAValueMeans(String category, int value, String symbol, TrustTier tier) {
    Ar4siValue meaning = Ar4siValue.describe(Category.ofWireName(category).orElseThrow(), value);

    assertEquals(symbol, meaning.symbol());
    assertEquals(tier, meaning.tier());
    assertEquals(Optional.of(meaning), Ar4siValue.ofSymbol(meaning.category(), meaning.symbol()));
  }

  @Test
  void aValueWithoutMeaningHasThatOfItsTier() {
    Ar4siValue unassigned = Ar4siValue.describe(Category.HARDWARE, -40);

    assertEquals("", unassigned.symbol());
    assertEquals(TrustTier.WARNING, unassigned.tier());
    assertFalse(unassigned.isStandard());
    assertTrue(unassigned.text().contains("warning"));
  }

  @Test
  void readsTheMisspelledSymbolOfSomeLibraries() {
    assertEquals(
        1, Ar4siValue.ofSymbol(Category.HARDWARE, "unexected_evidence").orElseThrow().value());
    assertEquals(Optional.empty(), Ar4siValue.ofSymbol(Category.HARDWARE, "approved_rt"));
  }

  @Test
  void noCategoryHasAValueOrSymbolTwice() {
    for (Category category : Category.ALL) {
      Set<Object> seen = new HashSet<>();
      for (Ar4siValue value : Ar4siValue.all(category)) {
        assertTrue(seen.add(value.value()), value::toString);
        assertTrue(seen.add(value.symbol()), value::toString);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-129, 128, 258, Integer.MIN_VALUE})
  void refusesWhatIsNoSignedByte(int value) {
    assertThrows(
        IllegalArgumentException.class, () -> Ar4siValue.describe(Category.HARDWARE, value));
    assertThrows(IllegalArgumentException.class, () -> TrustTier.ofClaim(value));
    assertThrows(
        IllegalArgumentException.class, () -> TrustVector.builder().set(Category.HARDWARE, value));
  }

  @Test
  void unknownCategoriesDoNotCountForTheWorst() throws Exception {
    TrustVector vector =
        TrustVector.builder()
            .set(Category.HARDWARE, 2)
            .set(Category.EXECUTABLES, 0)
            .setUnknown(Label.of("new"), new RawClaim.OfJson(JsonNumber.of(96)))
            .build();

    assertEquals(TrustTier.AFFIRMING, vector.worst());
    assertTrue(vector.contains(Category.EXECUTABLES));
    assertFalse(vector.contains(Category.FILE_SYSTEM));
    assertEquals(0, vector.claim(Category.FILE_SYSTEM));
  }

  @Test
  void attesterTypesSayWhatTheyCanSupport() {
    assertEquals(
        AttesterType.Support.IMPLICIT, AttesterType.PROCESS_TEE.support(Category.HARDWARE));
    assertEquals(AttesterType.Support.NO, AttesterType.HSM.support(Category.RUNTIME_OPAQUE));
    assertEquals(
        AttesterType.Support.CHIP_DEPENDENT, AttesterType.VM_TEE.support(Category.STORAGE_OPAQUE));
  }
}

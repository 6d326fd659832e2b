package org.rats4j.corim.coswid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.Leniency;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.TagId;

class ConciseSwidTagTest {
  private static final EntityEntry CREATOR =
      EntityEntry.builder("ACME", Role.TAG_CREATOR).addRole(Role.SOFTWARE_CREATOR).build();
  private static final Bytes HASH = Bytes.copyOf(new byte[32]);

  private static Bytes cbor(String notation) throws DecodingException {
    return notation.startsWith("#")
        ? Bytes.ofHex(notation.substring(1).replace(" ", ""))
        : Diagnostic.parse(notation).encode();
  }

  private static ConciseSwidTag.Builder primary() {
    return ConciseSwidTag.builder(TagId.of("acme-app"), "ACME App")
        .softwareVersion("1.0.0", VersionScheme.SEMVER)
        .addEntity(CREATOR);
  }

  private static ConciseSwidTag large() {
    DirectoryEntry directory =
        DirectoryEntry.builder("opt")
            .root("/")
            .pathElements(
                PathElements.builder()
                    .addFile(FileEntry.builder("a").size(12).hash(HashEntry.sha256(HASH)).build())
                    .addFile(FileEntry.builder("b").version("2").key(true).build())
                    .build())
            .build();
    return primary()
        .lang("en")
        .addSoftwareMeta(SoftwareMetaEntry.builder().edition("gold").build())
        .addLink(LinkEntry.builder("swid:other", Rel.REQUIRES).use(Use.REQUIRED).build())
        .payload(
            PayloadEntry.builder()
                .addDirectory(directory)
                .addProcess(ProcessEntry.builder("appd").pid(BigInteger.TEN).build())
                .addResource(ResourceEntry.builder("reg").lang("de").build())
                .build())
        .attribute(Label.of("note"), SwidAttribute.of("a", "b"))
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/coswid/valid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void decodesAndEncodesTheSameBytes(String name, String notation) throws Exception {
    Bytes bare = cbor(notation);
    Bytes tagged = new CborTagged(ConciseSwidTag.CBOR_TAG, Diagnostic.parse(notation)).encode();

    ConciseSwidTag tag = ConciseSwidTag.decode(bare.toByteArray());

    assertEquals(bare, tag.encode());
    assertEquals(tagged, tag.encodeTagged());
    assertEquals(tag, ConciseSwidTag.decode(tagged.toByteArray()));
    assertEquals(tag, tag.toBuilder().build());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/coswid/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejects(
      String name, String notation, DecodingException.Reason reason, String code, String path)
      throws Exception {
    byte[] wire = cbor(notation).toByteArray();

    DecodingException e = assertThrows(DecodingException.class, () -> ConciseSwidTag.decode(wire));

    assertEquals(reason + " " + code + " " + path, e.reason() + " " + e.code() + " " + e.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UNTAGGED_URI | {0: \"a\", 12: 0, 1: \"n\", 13: \"1\", 2: {31: \"e\", 32: \"u\", 33: 1}}",
        "COSWID_SINGLETON_ARRAY | {0: \"a\", 12: 0, 1: \"n\", 13: \"1\", 2: [{31: \"e\", 33: 1}]}",
        "COSWID_CO_CONSTRAINT | {0: \"a\", 12: 0, 1: \"n\", 2: {31: \"e\", 33: 1}}",
        "INDEFINITE_LENGTH | #bf0061610c0001616e0d613102a2181f6165182101 61789f61796179ffff",
      })
  void acceptsADeviationOnlyByItsName(String code, String notation) throws Exception {
    Bytes wire = cbor(notation);
    Leniency leniency = new Leniency(code);
    DecodeOptions others =
        CorimOptions.STRICT.toBuilder()
            .allow(CorimLeniencies.LENIENT.stream().filter(each -> !each.equals(leniency)).toList())
            .build();
    Findings findings = new Findings(CorimOptions.STRICT.toBuilder().allow(leniency).build());

    ConciseSwidTag tag = ConciseSwidTag.decode(wire, findings);

    assertEquals(List.of(code), findings.toList().stream().map(Finding::code).distinct().toList());
    DecodingException e =
        assertThrows(DecodingException.class, () -> ConciseSwidTag.decode(wire, others));
    assertEquals(code, e.code());
    if (!code.equals("COSWID_CO_CONSTRAINT")) {
      assertEquals(tag, ConciseSwidTag.decode(tag.encode().toByteArray()));
    }
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    byte[] wire = large().encode().toByteArray();
    for (int i = 0; i < 3; i++) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    for (DecodeOptions options : List.of(CorimOptions.STRICT, CorimOptions.LENIENT)) {
      try {
        ConciseSwidTag tag = ConciseSwidTag.decode(Bytes.copyOf(wire), options);
        assertEquals(tag, ConciseSwidTag.decode(tag.encode(), CorimOptions.LENIENT));
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  @Test
  void readsWhatItBuilt() throws Exception {
    ConciseSwidTag tag = large();

    ConciseSwidTag read = ConciseSwidTag.decode(tag.encode().toByteArray());

    assertEquals(tag, read);
    assertEquals(tag.hashCode(), read.hashCode());
    assertEquals(tag.toString(), read.toString());
    assertEquals("acme-app", read.tagId().toString());
    assertEquals(BigInteger.ZERO, read.tagVersion());
    assertEquals("ACME App", read.softwareName());
    assertEquals(Optional.of("1.0.0"), read.softwareVersion());
    assertEquals(Optional.of(VersionScheme.SEMVER), read.versionScheme());
    assertEquals(Optional.of("en"), read.lang());
    assertEquals(List.of(Role.TAG_CREATOR, Role.SOFTWARE_CREATOR), read.entities().get(0).roles());
    assertEquals("ACME", read.entities().get(0).name());
    assertEquals(Optional.of("gold"), read.softwareMeta().get(0).edition());
    assertEquals(Rel.REQUIRES, read.links().get(0).rel());
    assertEquals("swid:other", read.links().get(0).href());
    PayloadEntry payload = read.payload().orElseThrow();
    DirectoryEntry directory = payload.directories().get(0);
    FileEntry first = directory.pathElements().orElseThrow().files().get(0);
    assertEquals(Optional.of(BigInteger.valueOf(12)), first.size());
    assertEquals(Optional.of(Digest.sha256(HASH)), first.hash().flatMap(HashEntry::digest));
    assertEquals(Optional.of(BigInteger.TEN), payload.processes().get(0).pid());
    assertEquals("reg", payload.resources().get(0).type());
    assertEquals(Optional.of(SwidAttribute.of("a", "b")), read.attribute(Label.of("note")));
  }

  @Test
  void revisesATag() {
    ConciseSwidTag revised =
        large().toBuilder().tagVersion(1).addEntity(CREATOR).addEntity(CREATOR).build();

    assertEquals(BigInteger.ONE, revised.tagVersion());
    assertEquals(List.of(CREATOR, CREATOR, CREATOR), revised.entities());
    assertEquals(List.of(CREATOR), large().entities());
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, PRIMARY",
    "true, false, false, CORPUS",
    "true, true, false, CORPUS",
    "false, true, false, PATCH",
    "false, false, true, SUPPLEMENTAL",
    "true, false, true, SUPPLEMENTAL",
  })
  void tellsTheKind(boolean corpus, boolean patch, boolean supplemental, TagKind kind) {
    ConciseSwidTag.Builder tag = primary().corpus(corpus).patch(patch).supplemental(supplemental);
    tag.addLink(LinkEntry.builder("swid:x", Rel.PATCHES).build());

    assertEquals(kind, tag.build().kind());
  }

  @Test
  void refusesToBuildWhatTheSpecificationForbids() {
    PayloadEntry payload = PayloadEntry.builder().build();
    EvidenceEntry evidence =
        EvidenceEntry.builder().date(Instant.ofEpochSecond(1)).deviceId("d").build();
    EntityEntry licensor = EntityEntry.builder("L", Role.LICENSOR).build();

    assertRefused("creator", ConciseSwidTag.builder(TagId.of("a"), "n").addEntity(licensor));
    assertRefused("entity", ConciseSwidTag.builder(TagId.of("a"), "n"));
    assertRefused("version", ConciseSwidTag.builder(TagId.of("a"), "n").addEntity(CREATOR));
    assertRefused("underscores", ConciseSwidTag.builder(TagId.of("a__b"), "n").addEntity(CREATOR));
    assertRefused("patch without link", primary().patch(true));
    assertRefused("patch and supplemental", primary().patch(true).supplemental(true));
    assertRefused("payload and evidence", primary().payload(payload).evidence(evidence));
  }

  private static void assertRefused(String why, ConciseSwidTag.Builder builder) {
    IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  @Test
  void refusesValuesOutOfRange() {
    LinkEntry.Builder link = LinkEntry.builder("u:v", Label.of("license"));
    Instant fraction = Instant.ofEpochSecond(1, 1);

    assertRefused(() -> EntityEntry.builder("e", Label.of(256)));
    assertRefused(() -> EntityEntry.builder("e", Label.of(-257)));
    assertRefused(() -> LinkEntry.builder("u:v", Label.of(65536)));
    assertRefused(() -> link.ownership(Label.of(256)));
    assertRefused(() -> link.use(Label.of(-257)));
    assertRefused(() -> primary().softwareVersion("1", Label.of(65536)));
    assertRefused(() -> FileEntry.builder("f").size(-1));
    assertRefused(() -> EvidenceEntry.builder().date(fraction));
    assertRefused(() -> primary().attribute(Label.of(0), SwidAttribute.of(1)));
    assertRefused(() -> primary().attribute(Label.of(15), SwidAttribute.of("en")));
    assertRefused(() -> primary().extension(Label.of(1), Diagnostic.parse("{}")));
    assertRefused(() -> new SwidAttribute.OfTexts(List.of()));
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }

  @Test
  void keepsWhatNobodyKnows() throws Exception {
    ConciseSwidTag tag =
        primary()
            .attribute(Label.of("one"), SwidAttribute.of("a"))
            .attribute(Label.of(-5), SwidAttribute.of(1, -2))
            .extension(Label.of(900), Diagnostic.parse("{1: 2.5}"))
            .build();
    Findings findings = new Findings(CorimOptions.STRICT);

    ConciseSwidTag read = ConciseSwidTag.decode(tag.encode(), findings);

    assertEquals(Optional.of(SwidAttribute.of("a")), read.attribute(Label.of("one")));
    assertEquals(Optional.of(SwidAttribute.of(1, -2)), read.attribute(Label.of(-5)));
    assertEquals(Optional.empty(), read.attribute(Label.of(900)));
    assertEquals(Diagnostic.parse("{1: 2.5}").encode(), read.others().get(900).orElseThrow());
    assertEquals(
        List.of("UNKNOWN_KEY coswid/-5", "UNKNOWN_KEY coswid/900"),
        findings.toList().stream().map(f -> f.code() + " " + f.path()).sorted().toList());
  }

  @Test
  void remarksWhatIsOftenAMistake() throws Exception {
    ConciseSwidTag tag =
        primary()
            .supplemental(true)
            .payload(
                PayloadEntry.builder()
                    .addFile(FileEntry.builder("f").hash(HashEntry.of(1, Bytes.of(1))).build())
                    .addFile(FileEntry.builder("g").hash(HashEntry.of(0, Bytes.of(1))).build())
                    .build())
            .build();
    Findings findings = new Findings(CorimOptions.STRICT);

    ConciseSwidTag.decode(tag.encode(), findings);

    assertEquals(
        List.of("DIGEST_LENGTH coswid/6/17/0/7", "COSWID_SUPPLEMENTAL_LINK coswid"),
        findings.toList().stream().map(f -> f.code() + " " + f.path()).toList());
  }

  @Test
  void countsDepthFromTheTag() throws Exception {
    String open = "{0: \"a\", 12: 0, 1: \"n\", 13: \"1\", 2: {31: \"e\", 33: 1}, \"x\": ";
    Bytes accepted = cbor(open + "[".repeat(63) + "]".repeat(63) + "}");
    Bytes refused = cbor(open + "[".repeat(64) + "]".repeat(64) + "}");

    assertEquals(accepted, ConciseSwidTag.decode(accepted, CorimOptions.STRICT).encode());
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> ConciseSwidTag.decode(refused, CorimOptions.STRICT));
    assertEquals(DecodingException.Reason.LIMIT_EXCEEDED, e.reason());
  }

  @Test
  void tellsTextsFromUuids() {
    TagId uuid = TagId.of(UUID.fromString("31fb5abf-023e-4992-aa4e-95f9c1503bfa"));

    ConciseSwidTag tag =
        ConciseSwidTag.builder(uuid, "n").softwareVersion("1").addEntity(CREATOR).build();

    assertEquals(uuid, tag.tagId());
    assertFalse(tag.equals(primary().build()));
  }
}

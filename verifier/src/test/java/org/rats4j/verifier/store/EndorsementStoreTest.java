package org.rats4j.verifier.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Instance;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.test.database.PostgresServer;

/** Each store says of devices what was put into it, and nothing of others. */
class EndorsementStoreTest {
  private static final EnvironmentClass CLASS =
      EnvironmentClass.of(new TaggedBytes(Bytes.ofUtf8("class")));
  private static final Authority MAKER =
      Authority.of(
          List.of(
              new TaggedBytes(Bytes.ofUtf8("maker")), new TaggedBytes(Bytes.ofUtf8("auditor"))));

  private static Instance device(int serial) {
    return new TaggedBytes(Bytes.of(serial >> 8, serial));
  }

  private static Environment environment(int serial) {
    return Environment.builder().environmentClass(CLASS).instance(device(serial)).build();
  }

  private static KeyTriple key(int serial) {
    return KeyTriple.of(
        environment(serial), List.of(new TaggedBytes(Bytes.ofUtf8("key " + serial))));
  }

  private static ValuesTriple value(Environment environment, long svn) {
    return new ValuesTriple(
        environment, List.of(Measurement.of(MeasurementValues.builder().svn(Svn.of(svn)).build())));
  }

  private static Corim corim(String name, Triples.Builder triples) {
    return Corim.builder(TagId.of(name))
        .tag(
            ConciseTag.of(
                Comid.builder(TagIdentity.of(TagId.of(name + " tag"), 3), triples.build()).build()))
        .build();
  }

  private static Corim keysOf(String name, int first, int count) {
    Triples.Builder triples = Triples.builder();
    for (int serial = first; serial < first + count; serial++) {
      triples.attestKey(key(serial)).reference(value(environment(serial), serial));
    }
    return corim(name, triples.reference(value(Environment.of(CLASS), 99)));
  }

  private static Triples triples(DeviceEndorsement endorsement) {
    return ((ConciseTag.OfComid) endorsement.corim().tags().get(0)).comid().triples();
  }

  /** What a store with the keys of two devices has to say. */
  private static void checkKeys(EndorsementStore store) throws VerificationException {
    List<DeviceEndorsement> found = store.endorsements(device(1));

    assertEquals(1, found.size());
    assertEquals(List.of(key(1)), triples(found.get(0)).attestKey());
    assertEquals(List.of(value(environment(1), 1)), triples(found.get(0)).reference());
    assertEquals(MAKER, found.get(0).authority());
    assertEquals(TagId.of("keys"), found.get(0).corim().id());
    assertEquals(List.of(), store.endorsements(device(3)));
  }

  @Test
  void ofMemoryKnowsDevices() throws Exception {
    MemoryEndorsementStore store =
        MemoryEndorsementStore.builder().add(keysOf("keys", 1, 2), MAKER).build();

    checkKeys(store);
    assertEquals(2, store.size());
  }

  @Test
  void ofMemoryKeepsHowLongASignatureCounts() throws Exception {
    SignedCorim signed = signed(Validity.between(EpochTime.of(1000), EpochTime.of(2000)));

    MemoryEndorsementStore store = MemoryEndorsementStore.builder().add(signed).build();

    assertEquals(
        Optional.of(Validity.between(EpochTime.of(1000), EpochTime.of(2000))),
        store.endorsements(device(1)).get(0).corim().validity());
  }

  /** Returns a CoRIM without validity, with a signature that has one. */
  private static SignedCorim signed(Validity validity) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair maker = generator.generateKeyPair();
    Bytes corim =
        SignedCorim.builder(
                keysOf("keys", 1, 1),
                SignerInfo.of(CorimMeta.of("ACME Ltd.").withValidity(validity)))
            .sign(Signers.of(maker.getPrivate(), Algorithms.ES256));
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1500), ZoneOffset.UTC);
    return SignedCorim.decode(corim)
        .verify(
            SignedCorimExpectations.builder()
                .key(VerificationKey.of(maker.getPublic()))
                .clock(clock)
                .build());
  }

  @Test
  void ofMemoryRefusesTooMuchAboutOneDevice() {
    MemoryEndorsementStore.Builder store = MemoryEndorsementStore.builder();
    for (int i = 0; i <= EndorsementStore.ENDORSEMENTS_MAX; i++) {
      store.add(keysOf("keys " + i, 1, 1), MAKER);
    }

    assertThrows(IllegalArgumentException.class, store::build);
  }

  /** What a database has to do. */
  abstract static class Database {
    abstract DataSource database();

    private JdbcEndorsementStore empty() throws SQLException {
      JdbcEndorsementStore store = JdbcEndorsementStore.of(database());
      store.createTable();
      execute("DELETE FROM rats4j_endorsement");
      return store;
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = database().getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.executeUpdate();
      }
    }

    @Test
    void knowsDevices() throws Exception {
      JdbcEndorsementStore store = empty();

      assertEquals(2, store.put(keysOf("keys", 1, 2), MAKER));

      checkKeys(store);
    }

    @Test
    void keepsWhatSeveralCorimsSay() throws Exception {
      JdbcEndorsementStore store = empty();
      store.put(keysOf("a", 1, 1), MAKER);
      store.put(corim("b", Triples.builder().endorsed(value(environment(1), 5))), MAKER);

      List<DeviceEndorsement> found = store.endorsements(device(1));

      assertEquals(List.of("a", "b"), found.stream().map(each -> each.corim().id() + "").toList());
    }

    @Test
    void replacesWhatACorimOfTheSameNameSaid() throws Exception {
      JdbcEndorsementStore store = empty();
      store.put(keysOf("keys", 1, 2), MAKER);

      store.put(keysOf("keys", 2, 2), MAKER);

      assertEquals(List.of(), store.endorsements(device(1)));
      assertEquals(1, store.endorsements(device(3)).size());
    }

    @Test
    void keepsHowLongASignatureCounts() throws Exception {
      JdbcEndorsementStore store = empty();

      assertEquals(1, store.put(signed(Validity.until(EpochTime.of(2000)))));

      assertEquals(
          Optional.of(Validity.until(EpochTime.of(2000))),
          store.endorsements(device(1)).get(0).corim().validity());
    }

    @Test
    void letsNobodyDisplaceWhatOthersSaid() throws Exception {
      JdbcEndorsementStore store = empty();
      store.put(keysOf("keys", 1, 2), MAKER);
      Authority other = Authority.of(new TaggedBytes(Bytes.ofUtf8("other")));

      assertThrows(SQLException.class, () -> store.put(keysOf("keys", 2, 2), other));
      assertEquals(1, store.put(keysOf("keys", 5, 1), other));

      checkKeys(store);
      assertEquals(MAKER, store.endorsements(device(2)).get(0).authority());
    }

    @Test
    void commitsWhereConnectionsDoNotCommitByThemselves() throws Exception {
      empty();
      DataSource source = committingNothing(database());
      JdbcEndorsementStore store = JdbcEndorsementStore.of(source);
      store.put(keysOf("keys", 1, 2), MAKER);
      checkKeys(JdbcEndorsementStore.of(database()));

      store.remove(TagId.of("keys"));

      assertEquals(List.of(), JdbcEndorsementStore.of(database()).endorsements(device(1)));
    }

    /** Returns a source whose connections come without auto-commit, as those of some pools do. */
    private static DataSource committingNothing(DataSource source) {
      return (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> {
                Connection connection = source.getConnection();
                connection.setAutoCommit(false);
                return rollingBack(connection);
              });
    }

    private static Connection rollingBack(Connection connection) {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close") && !connection.getAutoCommit()) {
                  connection.rollback();
                }
                return method.invoke(connection, arguments);
              });
    }

    @Test
    void forgetsACorim() throws Exception {
      JdbcEndorsementStore store = empty();
      store.put(keysOf("keys", 1, 3), MAKER);

      assertEquals(3, store.remove(TagId.of("keys")));

      assertEquals(List.of(), store.endorsements(device(2)));
    }

    @Test
    void takesManyDevicesAtOnce() throws Exception {
      JdbcEndorsementStore store = empty();

      assertEquals(2500, store.put(keysOf("keys", 0, 2500), MAKER));

      assertEquals(
          List.of(key(2499)), triples(store.endorsements(device(2499)).get(0)).attestKey());
    }

    @Test
    void refusesRowsThatItDidNotWrite() throws Exception {
      JdbcEndorsementStore store = empty();
      store.put(keysOf("keys", 1, 1), MAKER);
      execute("UPDATE rats4j_endorsement SET corim = authority");

      VerificationException e =
          assertThrows(VerificationException.class, () -> store.endorsements(device(1)));

      assertEquals(EndorsementStore.STORE_FAILED, e.code());
    }

    @Test
    void failsClosedWhereAPoolHasAnExceptionOfItsOwn() throws Exception {
      DataSource pool =
          (DataSource)
              Proxy.newProxyInstance(
                  DataSource.class.getClassLoader(),
                  new Class<?>[] {DataSource.class},
                  (proxy, method, arguments) -> {
                    throw new IllegalStateException("the pool is closed");
                  });
      JdbcEndorsementStore store = JdbcEndorsementStore.of(pool);

      VerificationException e =
          assertThrows(VerificationException.class, () -> store.endorsements(device(1)));

      assertEquals(EndorsementStore.STORE_FAILED, e.code());
      assertThrows(SQLException.class, store::createTable);
      assertThrows(SQLException.class, () -> store.remove(TagId.of("keys")));
    }

    @Test
    void failsClosedWhereItsTableIsGone() throws Exception {
      JdbcEndorsementStore store = empty();
      execute("DROP TABLE rats4j_endorsement");

      VerificationException e =
          assertThrows(VerificationException.class, () -> store.endorsements(device(1)));

      assertEquals(EndorsementStore.STORE_FAILED, e.code());
    }
  }

  @Nested
  class OnH2 extends Database {
    @Override
    DataSource database() {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL("jdbc:h2:mem:endorsements;DB_CLOSE_DELAY=-1");
      return source;
    }
  }

  /** Skipped where PostgreSQL is not installed. */
  @Nested
  class OnPostgres extends Database {
    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
      server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
      if (server != null) {
        server.stop();
      }
    }

    @Override
    DataSource database() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setServerNames(new String[] {"127.0.0.1"});
      source.setPortNumbers(new int[] {server.port()});
      source.setUser(PostgresServer.USER);
      source.setDatabaseName(PostgresServer.DATABASE);
      return source;
    }
  }
}

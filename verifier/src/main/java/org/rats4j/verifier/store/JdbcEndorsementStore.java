package org.rats4j.verifier.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.Corim;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.TagId;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.Instance;

/**
 * An endorsement store in a relational database, for large numbers of devices. It was tested with
 * PostgreSQL and H2.
 *
 * <pre>{@code
 * CREATE TABLE rats4j_endorsement (
 *   instance BYTEA NOT NULL,      -- the instance with its tag, in deterministic CBOR
 *   corim_id BYTEA NOT NULL,      -- the name of the CoRIM in CBOR
 *   corim BYTEA NOT NULL,         -- what it says of this device, as CoRIM
 *   authority BYTEA NOT NULL,     -- who signed it
 *   PRIMARY KEY (instance, corim_id))
 * }</pre>
 *
 * <p>Whoever writes to the table decides which keys are trusted: protect it like a list of trust
 * anchors. An appraisal reads by the primary key, once or twice for each component.
 */
public final class JdbcEndorsementStore implements EndorsementStore {
  private static final String CREATE =
      "CREATE TABLE IF NOT EXISTS rats4j_endorsement (instance BYTEA NOT NULL, corim_id BYTEA NOT"
          + " NULL, corim BYTEA NOT NULL, authority BYTEA NOT NULL, PRIMARY KEY (instance,"
          + " corim_id))";
  private static final String FIND =
      "SELECT corim, authority FROM rats4j_endorsement WHERE instance = ? ORDER BY corim_id";
  private static final String DELETE = "DELETE FROM rats4j_endorsement WHERE corim_id = ?";
  private static final String REPLACE =
      "DELETE FROM rats4j_endorsement WHERE corim_id = ? AND authority = ?";
  private static final String INSERT =
      "INSERT INTO rats4j_endorsement (instance, corim_id, corim, authority) VALUES (?, ?, ?, ?)";
  private static final int BATCH = 1000;

  private final DataSource database;

  private JdbcEndorsementStore(DataSource database) {
    this.database = database;
  }

  /**
   * Returns a store in {@code database}, which should hold its connections open. It takes one for
   * the time of each call.
   */
  public static JdbcEndorsementStore of(DataSource database) {
    return new JdbcEndorsementStore(Objects.requireNonNull(database, "database"));
  }

  /**
   * Creates the table if it is not there.
   *
   * @throws SQLException if the database refuses
   */
  public void createTable() throws SQLException {
    inTransaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            return 0;
          }
        });
  }

  @Override
  public List<DeviceEndorsement> endorsements(Instance device) throws VerificationException {
    try (Connection connection = connection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setBytes(1, encoded(device));
      find.setMaxRows(ENDORSEMENTS_MAX + 1);
      try (ResultSet rows = find.executeQuery()) {
        return read(rows);
      }
    } catch (SQLException e) {
      throw VerificationException.of(Reason.UNKNOWN_KEY, "the endorsement store does not answer", e)
          .withCode(STORE_FAILED);
    } catch (DecodingException e) {
      throw VerificationException.of(
              Reason.UNKNOWN_KEY, "the endorsement store has what it did not write", e)
          .withCode(STORE_FAILED);
    }
  }

  /** Pools have exceptions of their own for a database that does not answer. */
  private Connection connection() throws SQLException {
    try {
      return database.getConnection();
    } catch (RuntimeException e) {
      throw new SQLException("no connection to the database", e);
    }
  }

  private static List<DeviceEndorsement> read(ResultSet rows)
      throws SQLException, DecodingException, VerificationException {
    List<DeviceEndorsement> found = new ArrayList<>();
    while (rows.next()) {
      if (found.size() == ENDORSEMENTS_MAX) {
        throw VerificationException.of(
            Reason.LIMIT_EXCEEDED, STORE_LIMIT, "", "too many CoRIMs speak of one device");
      }
      found.add(
          DeviceEndorsement.decode(Bytes.copyOf(rows.getBytes(1)), Bytes.copyOf(rows.getBytes(2))));
    }
    return List.copyOf(found);
  }

  /**
   * Puts what a verified CoRIM says of devices, for as long as the CoRIM and its signature count;
   * its authority is the key that verified it. See {@link #put(Corim, Authority)}.
   *
   * @return of how many devices it speaks
   * @throws SQLException if the database refuses
   * @throws IllegalArgumentException if the signature is over the hash of a CoRIM that is not here
   */
  public int put(SignedCorim corim) throws SQLException {
    return put(
        corim.corim().orElseThrow(() -> new IllegalArgumentException("CoRIM is detached")).id(),
        Authority.ofSigner(corim),
        DeviceSplit.of(corim));
  }

  /**
   * Puts what a CoRIM says of devices, in place of what a CoRIM of the same name and authority
   * said; all of it or nothing. If a CoRIM of the same name and another authority speaks of one of
   * these devices, the database refuses: nobody displaces what others said. {@link #remove} that
   * first to follow a new key of its signer. See {@link MemoryEndorsementStore.Builder#add(Corim,
   * Authority)} for what is taken.
   *
   * @param authority who signed the CoRIM, which the caller has verified; for how long the
   *     signature counts is not known here
   * @return of how many devices it speaks
   * @throws SQLException if the database refuses
   */
  public int put(Corim corim, Authority authority) throws SQLException {
    return put(corim.id(), authority, DeviceSplit.of(corim, authority));
  }

  private int put(TagId corim, Authority authority, Map<Instance, DeviceEndorsement> devices)
      throws SQLException {
    byte[] id = encoded(corim);
    return inTransaction(
        connection -> {
          replace(connection, id, DeviceEndorsement.encoded(authority).toByteArray());
          insert(connection, id, devices);
          return devices.size();
        });
  }

  /**
   * Removes all that a CoRIM said of devices.
   *
   * @return of how many devices it spoke
   * @throws SQLException if the database refuses
   */
  public int remove(TagId corim) throws SQLException {
    return inTransaction(connection -> delete(connection, encoded(corim)));
  }

  private interface Work {
    int in(Connection connection) throws SQLException;
  }

  /** Does all of it or nothing, whether or not connections commit by themselves. */
  private int inTransaction(Work work) throws SQLException {
    try (Connection connection = connection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        int result = work.in(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        // To set auto-commit is to commit: not before what is half done is undone.
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  private static int delete(Connection connection, byte[] id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setBytes(1, id);
      return delete.executeUpdate();
    }
  }

  private static void replace(Connection connection, byte[] id, byte[] authority)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(REPLACE)) {
      delete.setBytes(1, id);
      delete.setBytes(2, authority);
      delete.executeUpdate();
    }
  }

  private static void insert(
      Connection connection, byte[] id, Map<Instance, DeviceEndorsement> devices)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int open = 0;
      for (Map.Entry<Instance, DeviceEndorsement> device : devices.entrySet()) {
        insert.setBytes(1, encoded(device.getKey()));
        insert.setBytes(2, id);
        insert.setBytes(3, device.getValue().corim().encode().toByteArray());
        insert.setBytes(4, device.getValue().encodedAuthority().toByteArray());
        insert.addBatch();
        if (++open == BATCH) {
          insert.executeBatch();
          open = 0;
        }
      }
      if (open > 0) {
        insert.executeBatch();
      }
    }
  }

  private static byte[] encoded(Instance device) {
    return device.encode().toByteArray();
  }

  private static byte[] encoded(TagId id) {
    CborWriter out = new CborWriter();
    id.write(out);
    return out.toByteArray();
  }
}

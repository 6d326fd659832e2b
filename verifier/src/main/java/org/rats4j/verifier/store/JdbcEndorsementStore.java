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
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  @Override
  public List<DeviceEndorsement> endorsements(Instance device) throws VerificationException {
    try (Connection connection = database.getConnection();
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
   * Puts what a CoRIM says of devices, in place of what a CoRIM of the same name said; all of it or
   * nothing. See {@link MemoryEndorsementStore.Builder#add(Corim, Authority)} for what is taken.
   *
   * @param authority who signed the CoRIM, which the caller has verified
   * @return of how many devices it speaks
   * @throws SQLException if the database refuses
   */
  public int put(Corim corim, Authority authority) throws SQLException {
    Map<Instance, DeviceEndorsement> devices = DeviceSplit.of(corim, authority);
    byte[] id = encoded(corim.id());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        delete(connection, id);
        insert(connection, id, devices);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    return devices.size();
  }

  /**
   * Removes all that a CoRIM said of devices.
   *
   * @return of how many devices it spoke
   * @throws SQLException if the database refuses
   */
  public int remove(TagId corim) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return delete(connection, encoded(corim));
    }
  }

  private static int delete(Connection connection, byte[] id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setBytes(1, id);
      return delete.executeUpdate();
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

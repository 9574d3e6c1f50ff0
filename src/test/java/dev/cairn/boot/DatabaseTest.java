package dev.cairn.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which databases are taken, as told by what they say of themselves with the first answer. */
class DatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "13.14, UTF8, PostgreSQL 13.14",
    "9.6.24, UTF8, PostgreSQL 9.6.24",
    "14.11, SQL_ASCII, SQL_ASCII",
    "18.1, LATIN1, LATIN1",
  })
  void refusesWhatIsTooOldOrOfAnotherEncoding(String version, String encoding, String reason)
      throws IOException {
    try (Greeting server = new Greeting(version, encoding)) {
      Settings settings = settings(server);

      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOf(StartException.class)
          .hasMessageStartingWith("CAIRN_DATABASE_URL: ")
          .hasMessageContaining(reason)
          .hasMessageNotContainingAny("secret", "\n");
    }
  }

  @Test
  void takesTheOldestThatWillDo() throws IOException {
    try (Greeting server = new Greeting("14.0", "UTF8");
        Database database = Database.open(settings(server))) {
      assertThat(database.url().port()).isEqualTo(server.socket.getLocalPort());
    }
  }

  private static Settings settings(Greeting server) {
    String url = "postgresql://u:secret@127.0.0.1:" + server.socket.getLocalPort() + "/n";
    return SettingsReader.read(Map.of("CAIRN_DATABASE_URL", url));
  }

  /** As much of a PostgreSQL as greets a client: no old one can be installed for a test. */
  private static final class Greeting implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Greeting(String version, String encoding) throws IOException {
      parameters.put("server_version", version);
      parameters.put("server_encoding", encoding);
      parameters.put("client_encoding", "UTF8");
      parameters.put("DateStyle", "ISO, MDY");
      parameters.put("integer_datetimes", "on");
      parameters.put("standard_conforming_strings", "on");
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          greet(client);
        } catch (IOException e) {
          // The client or the test is done.
        }
      }
    }

    private void greet(Socket client) throws IOException {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      int length = in.readInt();
      for (int code = in.readInt(); code == SSL_REQUEST || code == GSS_REQUEST; ) {
        out.writeByte('N');
        length = in.readInt();
        code = in.readInt();
      }
      in.skipNBytes(length - 8);
      message(out, 'R', new byte[4]);
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        message(
            out, 'S', (parameter.getKey() + "\0" + parameter.getValue() + "\0").getBytes(UTF_8));
      }
      message(out, 'K', new byte[8]);
      message(out, 'Z', new byte[] {'I'});
      for (int type = in.read(); type > 0 && type != 'X'; type = in.read()) {
        in.skipNBytes(in.readInt() - 4);
        agree(out, type);
      }
    }

    /** Whatever the driver wants to set at the start is done, in an empty way. */
    private static void agree(DataOutputStream out, int type) throws IOException {
      switch (type) {
        case 'Q' -> {
          message(out, 'C', "SET\0".getBytes(UTF_8));
          message(out, 'Z', new byte[] {'I'});
        }
        case 'D' -> message(out, 'n', new byte[0]);
        case 'P' -> message(out, '1', new byte[0]);
        case 'B' -> message(out, '2', new byte[0]);
        case 'E' -> message(out, 'C', "SET\0".getBytes(UTF_8));
        case 'S' -> message(out, 'Z', new byte[] {'I'});
        default -> throw new IOException("is not a real server: " + (char) type);
      }
    }

    private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      DataOutputStream data = new DataOutputStream(whole);
      data.writeByte(type);
      data.writeInt(body.length + 4);
      data.write(body);
      out.write(whole.toByteArray());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

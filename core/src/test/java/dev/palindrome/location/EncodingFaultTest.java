package dev.palindrome.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncodingFaultTest {

    private static Optional<EncodingFault> fault(byte[] bytes, Charset charset) throws IOException {
        return EncodingFault.in(new ByteArrayInputStream(bytes), charset);
    }

    private static byte[] with(String before, int... behind) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(start, start.length + behind.length);
        for (int i = 0; i < behind.length; i++) {
            all[start.length + i] = (byte) behind[i];
        }
        return all;
    }

    @Test
    void textHasNone() throws IOException {
        assertThat(fault(new byte[0], StandardCharsets.UTF_8)).isEmpty();
        assertThat(fault("é€😀\n".repeat(10_000).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    void isFoundFarBehind() throws IOException {
        String before = "é€😀\r\n".repeat(10_000) + "a\rb\n";

        assertThat(fault(with(before + "x", 0xE9, 'a'), StandardCharsets.UTF_8))
                .contains(new EncodingFault(StandardCharsets.UTF_8, 10_003, 110_005));
    }

    @Test
    void aCharacterThatIsCutOffIsOne() throws IOException {
        assertThat(fault(with("ab", 0xE2, 0x82), StandardCharsets.UTF_8))
                .contains(new EncodingFault(StandardCharsets.UTF_8, 1, 2));
        assertThat(fault(with("é"), StandardCharsets.US_ASCII))
                .contains(new EncodingFault(StandardCharsets.US_ASCII, 1, 0))
                .get()
                .hasToString("it is not US-ASCII at byte offset 0");
    }
}

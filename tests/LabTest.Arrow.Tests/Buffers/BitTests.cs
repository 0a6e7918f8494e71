namespace LabTest.Arrow.Tests.Buffers;

public sealed class BitTests
{
    [Fact]
    public void Counts_copies_and_appends_bits_wherever_they_begin()
    {
        var random = new System.Random(1);
        var bytes = new byte[40];
        random.NextBytes(bytes);
        for (var start = 0; start < 70; start++)
        {
            for (var length = 0; start + length <= 320; length += 7)
            {
                var bits = Enumerable.Range(start, length).Select(i => (bytes[i / 8] & (1 << (i % 8))) != 0).ToArray();
                BitUtility.CountBits(bytes, start, length).Should().Be(bits.Count(bit => bit));

                var copy = new byte[(length + 7) / 8];
                BitUtility.CopyBits(bytes, start, length, copy);
                var built = new ArrowBuffer.BitmapBuilder().AppendRange(bits);
                copy.Should().Equal(built.Build().Span.ToArray());
                (built.Length, built.SetBitCount).Should().Be((length, bits.Count(bit => bit)));
            }
        }
    }

    [Fact]
    public void Appends_runs_of_bits()
    {
        var builder = new ArrowBuffer.BitmapBuilder().Append(true).AppendRange(false, 20).AppendRange(true, 30).Clear().AppendRange(true, 3).AppendRange(false, 14);
        builder.Build().Span.ToArray().Should().Equal(7, 0, 0);
        builder.Set(16, true).Set(0, false).Build().Span.ToArray().Should().Equal(6, 0, 1);
        (builder.SetBitCount, builder.UnsetBitCount).Should().Be((3, 14));
    }
}

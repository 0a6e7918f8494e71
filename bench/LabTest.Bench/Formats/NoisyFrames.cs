namespace LabTest.Bench.Formats;

/// <summary>Frames as a camera takes them: a bright spot over a dark level, with photon and read-out noise.</summary>
internal static class NoisyFrames
{
    public static ushort[][] Take(int count, int side)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Frame(side, random))];
    }

    private static ushort[] Frame(int side, Random random)
    {
        var frame = new ushort[side * side];
        for (var i = 0; i < frame.Length; i++)
        {
            double x = (double)(i % side) / side - 0.5, y = (double)(i / side) / side - 0.5;
            var light = 2000 * Math.Exp(-(x * x + y * y) * 20);
            frame[i] = (ushort)Math.Max(0, 100 + light + Normal(random) * (Math.Sqrt(light) + 3));
        }

        return frame;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

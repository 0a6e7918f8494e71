using System.Text.Json;

namespace LabTest.Hdf5.Tests.Support;

/// <summary>Short ways to take values out of JSON.</summary>
internal static class Json
{
    public static T To<T>(this JsonElement element) => element.Deserialize<T>()!;

    public static double[] Doubles(this JsonElement element) => element.To<double[]>();

    public static long[] Longs(this JsonElement element) => element.To<long[]>();

    public static string[] Texts(this JsonElement element) => element.To<string[]>();
}

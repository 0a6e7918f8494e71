using System.Text.RegularExpressions;

namespace LabTest.Instruments;

/// <summary>A VISA resource string (VPP-4.3, section 4.3.1) that this library can open: <c>TCPIP0::host::port::SOCKET</c>.</summary>
public sealed partial record ResourceAddress
{
    private ResourceAddress(string text, string host, int port)
    {
        Text = text;
        Host = host;
        Port = port;
    }

    /// <summary>The address as it was written.</summary>
    public string Text { get; }

    /// <summary>The name or number of the host.</summary>
    public string Host { get; }

    /// <summary>The TCP port.</summary>
    public int Port { get; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is none, or of a kind that cannot be opened; the message says what to write.</exception>
    public static ResourceAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Socket().Match(text.Trim());
        if (match.Success && int.TryParse(match.Groups["port"].ValueSpan, out var port) && port is > 0 and < 65536)
            return new ResourceAddress(text.Trim(), match.Groups["host"].Value, port);
        throw new FormatException(IsOfAnotherKind(text)
            ? $"'{text}' is a kind of address that cannot be opened yet; use the instrument's raw socket, as in TCPIP0::192.168.1.20::5025::SOCKET"
            : $"'{text}' is no VISA resource address; write it as TCPIP0::192.168.1.20::5025::SOCKET, with a port from 1 to 65535");
    }

    /// <summary>Whether a text is a resource address, of a kind that this library cannot open.</summary>
    internal static bool IsOfAnotherKind(string text) => OtherKind().IsMatch(text.Trim());

    /// <summary>The address of a raw socket.</summary>
    public static ResourceAddress OfSocket(string host, int port) => Parse($"TCPIP0::{host}::{port}::SOCKET");

    /// <summary>The address as it was written.</summary>
    public override string ToString() => Text;

    [GeneratedRegex(@"^TCPIP\d*::(?<host>\[[^\]\s]+\]|[^:\s]+)::(?<port>\d{1,5})::SOCKET$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Socket();

    // Board, then what stands between double colons: a device, a logical address, or maker, model and serial number.
    [GeneratedRegex(
        @"^((TCPIP|VICP)\d*::(\[[^\]\s]+\]|[^:\s]+)(::(?!SOCKET$)[^:\s]+)?(::INSTR)?|USB\d*(::[^:\s]+){3,4}(::(INSTR|RAW))?|GPIB\d*::\d+(::\d+)?(::INSTR)?|GPIB\d*::(INTFC|(\d+::)?SERVANT)|ASRL[^:\s]+(::INSTR)?|(PXI|VXI)\d*(::[^:\s]+){1,5})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherKind();
}

namespace LabTest.Instruments.Tests;

public sealed class ResourceAddressTests
{
    [Theory]
    [InlineData("TCPIP0::192.168.1.20::5025::SOCKET", "192.168.1.20", 5025)]
    [InlineData("tcpip::bench-3.local::1::socket", "bench-3.local", 1)]
    [InlineData(" TCPIP0::[fe80::1]::65535::SOCKET ", "[fe80::1]", 65535)]
    public void A_raw_socket_can_be_opened(string text, string host, int port)
    {
        var address = ResourceAddress.Parse(text);

        (address.Host, address.Port).Should().Be((host, port));
        ResourceAddress.IsOfAnotherKind(text).Should().BeFalse();
    }

    // The kinds of VPP-4.3, section 4.3.1.
    [Theory]
    [InlineData("GPIB0::5::INSTR")]
    [InlineData("GPIB::5::3")]
    [InlineData("GPIB0::INTFC")]
    [InlineData("ASRL1::INSTR")]
    [InlineData("ASRL/dev/ttyUSB0::INSTR")]
    [InlineData("USB0::0x2A8D::0x1301::MY57201234::INSTR")]
    [InlineData("USB::0x2A8D::0x1301::MY57201234::0::RAW")]
    [InlineData("TCPIP0::192.168.1.20::INSTR")]
    [InlineData("TCPIP0::192.168.1.20::inst0::INSTR")]
    [InlineData("TCPIP::192.168.1.20::hislip0")]
    [InlineData("PXI0::3-18::INSTR")]
    [InlineData("VXI0::16::INSTR")]
    public void Another_kind_says_what_to_use_instead(string text)
    {
        var parse = () => ResourceAddress.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"'{text}' is a kind of address that cannot be opened yet; use the instrument's raw socket, as in TCPIP0::192.168.1.20::5025::SOCKET");
        ResourceAddress.IsOfAnotherKind(text).Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.168.1.20")]
    [InlineData("TCPIP0:192.168.1.20:5025:SOCKET")]
    [InlineData("TCPIP0::192.168.1.20::SOCKET")]
    [InlineData("TCPIP0::192.168.1.20::0::SOCKET")]
    [InlineData("TCPIP0::192.168.1.20::70000::SOCKET")]
    [InlineData("TCPIP0::my bench::5025::SOCKET")]
    [InlineData("GPIB0")]
    [InlineData("GPIB0::five::INSTR")]
    [InlineData("USB0::0x2A8D::INSTR")]
    [InlineData("ASRL")]
    public void What_is_no_address_says_how_one_is_written(string text)
    {
        var parse = () => ResourceAddress.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"'{text}' is no VISA resource address; write it as TCPIP0::192.168.1.20::5025::SOCKET, with a port from 1 to 65535");
        ResourceAddress.IsOfAnotherKind(text).Should().BeFalse();
    }
}

import type { Bilingual } from '../../core/question/language.ts';
import type { Change } from '../experiment.ts';
import type { NetworkName } from './network-names.ts';
import type { CountResult, Settings, Values } from './settings.ts';

const flops: Bilingual = {
  zh: '这里数的是乘加（一次乘法加一次加法）；很多表格里的“FLOPs”其实就是它。',
  en: 'Counted are multiply-adds; the “FLOPs” of many tables are just these.',
};
const pooling: Bilingual = {
  zh: '全局平均池化取代了庞大的全连接层，末尾只剩一个线性层，所以参数少而计算不少。',
  en: 'Global average pooling took the place of the large dense layers; one linear layer is left, so there are few parameters but no less work.',
};
const bottleneck: Bilingual = {
  zh: '1×1、3×3、1×1 的瓶颈块先降维再升维，152 层也只有 VGG-16 一半不到的参数。',
  en: 'Bottlenecks of 1×1, 3×3, 1×1 narrow before they widen: even 152 layers have less than half the parameters of VGG-16.',
};
const auxiliary: Bilingual = {
  zh: '辅助分类器只在训练时用，预测时丢掉；数不数它们，参数量差很多，报数字时要说清楚。',
  en: 'Auxiliary classifiers serve training and are thrown away after it; say whether they are counted, for it makes a large difference.',
};
const keras: Bilingual = {
  zh: '网络相同而参数量不同：Keras 还数了批归一化的滑动均值和方差（ResNet 里还有无用的偏置）。',
  en: 'The same network with another count: Keras includes the moving statistics of batch normalisation, and in ResNet biases that it makes useless.',
};
const basic: Bilingual = {
  zh: '恒等捷径没有参数；只有尺寸改变处才需要 1×1 投影。',
  en: 'Identity shortcuts have no parameters; a 1×1 projection is needed only where the size changes.',
};
const tower: Bilingual = {
  zh: '这是去掉两个输出头的残差塔：每块两层 3×3、256 张图，块块相同，参数与层数成正比。',
  en: 'This is the residual tower without its two heads: every block has two 3×3 layers of 256 maps, so parameters grow in proportion to depth.',
};

const notices: Readonly<Record<NetworkName, readonly Bilingual[]>> = {
  'one-layer': [
    {
      zh: '每个卷积核对 RGB 三个通道各有一层：3·3·3 = 27 个权重加 1 个偏置，64 个就是 1,792。',
      en: 'Each kernel has a slice for every one of the three channels: 3·3·3 = 27 weights and a bias, 64 times: 1,792.',
    },
    {
      zh: '同一组权重用在图像的每个位置，所以参数量与图像大小无关；图像变大，增加的只是计算量。',
      en: 'The same weights serve every place of the image, so its size does not matter; a larger image only means more work.',
    },
  ],
  'lenet-5': [
    {
      zh: '60,000 个参数对应 340,908 条连接：权重共享让每个参数平均用上五六次。',
      en: '60,000 parameters make 340,908 connections: weight sharing uses each of them five or six times.',
    },
    {
      zh: 'C3 故意没有接满：96 对输入输出图里只连 60 对，既省参数又打破对称。',
      en: 'C3 is left incomplete on purpose: 60 of the 96 pairs of maps are connected, which saves parameters and breaks the symmetry.',
    },
  ],
  'lenet-5-modern': [
    {
      zh: '现代实现把 C3 接满、用普通池化和线性输出，参数从 60,000 变成 61,706。',
      en: 'Built as it is today, with a full C3, plain pooling and linear outputs, it has 61,706 parameters instead of 60,000.',
    },
    flops,
  ],
  alexnet: [
    {
      zh: '五个卷积层、三个最大池化、三个全连接层；第 2、4、5 层分两组，每个卷积核只看一半的图，参数减半。',
      en: 'Five convolutions, three poolings, three dense layers; layers 2, 4 and 5 work in two groups, where a kernel sees half of the maps and costs half.',
    },
    {
      zh: '论文写的是 224，但 55×55 的输出需要 227 像素的输入。',
      en: 'The paper prints 224 pixels, but its 55 × 55 outputs need 227.',
    },
  ],
  'alexnet-one-tower': [
    {
      zh: '库里的 AlexNet 多半是这个单塔版本：图的数目不同，参数量却几乎一样，因为大头在全连接层。',
      en: 'Libraries mostly have this one-tower version: other numbers of maps, nearly the same count, because the dense layers decide it.',
    },
    flops,
  ],
  'vgg-16': [
    {
      zh: '13 个卷积层做了 99% 的计算，却只占一成参数；光第一个全连接层就有一亿多。',
      en: 'Thirteen convolutions do 99% of the work with a tenth of the parameters; the first dense layer alone has over a hundred million.',
    },
    {
      zh: 'VGG-16 和 VGG-19 通篇 3×3；1×1 只出现在配置 C。',
      en: 'VGG-16 and VGG-19 are 3×3 throughout; 1×1 occurs in configuration C only.',
    },
  ],
  'vgg-16-c': [
    {
      zh: '配置 C 的第三、四、五块各有一个 1×1 卷积：它是 VGG 里唯一用 1×1 的，也是“VGG 用 1×1 和 3×3”这种说法的来源。',
      en: 'Blocks 3, 4 and 5 of configuration C end with a 1×1 convolution: the only VGG that has any, and where the saying “VGG uses 1×1 and 3×3” comes from.',
    },
    flops,
  ],
  'vgg-19': [
    {
      zh: '比 VGG-16 多三个卷积层：计算多了四分之一以上，参数只多 4%。',
      en: 'Three more convolutions than VGG-16: over a quarter more work, but only 4% more parameters.',
    },
    flops,
  ],
  googlenet: [
    pooling,
    {
      zh: '常说“比 AlexNet 少 12 倍参数”，按论文的结构算是 8.7 倍。',
      en: 'The often quoted “12 times fewer parameters than AlexNet” is 8.7 by the layers of the paper.',
    },
  ],
  'googlenet-training': [auxiliary],
  'googlenet-library': [
    {
      zh: '库里的 GoogLeNet 在“5×5”分支里用的是 3×3，并以 BN 代替偏置，所以两个流传的参数量都对，只是网络不同。',
      en: 'Library code has 3×3 kernels in the “5×5” branch, and BN instead of biases: both popular counts are right, for different networks.',
    },
    pooling,
  ],
  'inception-v3': [
    {
      zh: '5×5 拆成两个 3×3，7×7 拆成 1×7 和 7×1：层数多得多，参数却不到 VGG-16 的五分之一。',
      en: '5×5 became two 3×3, and 7×7 became 1×7 and 7×1: many more layers, yet less than a fifth of the parameters of VGG-16.',
    },
    pooling,
  ],
  'inception-v3-training': [auxiliary],
  'inception-v3-keras': [keras],
  'resnet-18': [basic, flops],
  'resnet-34': [basic, flops],
  'resnet-50': [bottleneck, pooling],
  'resnet-50-paper': [
    {
      zh: '论文把步幅放在第一个 1×1，库里后来移到 3×3：参数相同，计算量 3.86 G 对 4.09 G。',
      en: 'The paper strides in the first 1×1, libraries later in the 3×3: the same parameters, 3.86 G of work against 4.09 G.',
    },
    bottleneck,
  ],
  'resnet-50-keras': [keras],
  'resnet-101': [bottleneck, pooling],
  'resnet-152': [bottleneck, pooling],
  'alphago-zero-19': [tower],
  'alphago-zero-39': [tower],
};

/** What to look at in the picture. */
export function noticeCounts({ parameters: { network } }: CountResult): readonly Bilingual[] {
  return notices[network];
}

/** Stations of the history worth comparing, with what their buttons say. */
const stations: readonly (readonly [NetworkName, Bilingual])[] = [
  ['resnet-50', { zh: 'ResNet-50', en: 'ResNet-50' }],
  ['googlenet', { zh: 'GoogLeNet', en: 'GoogLeNet' }],
  ['one-layer', { zh: '只看一层卷积', en: 'a single convolution' }],
  ['vgg-16', { zh: 'VGG-16', en: 'VGG-16' }],
  ['alexnet', { zh: 'AlexNet', en: 'AlexNet' }],
];

/** What to count next. */
export function nextNetworks({ network }: Values): Change<Settings>[] {
  return stations
    .filter(([name]) => name !== network)
    .slice(0, 3)
    .map(([name, label]) => ({ label, parameters: { network: name } }));
}
